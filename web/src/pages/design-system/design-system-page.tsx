import { useQuery } from '@tanstack/react-query';
import { SignedOutPage } from '../../capabilities/accounts/sign-in/signed-out-page.tsx';
import { installationQuery } from '../../capabilities/operation/queries/installation.ts';
import { Page } from '../../kit/page/page.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { DesignCharts } from './design-charts.tsx';
import { DesignControls } from './design-controls.tsx';
import { DesignLook } from './design-look.tsx';
import { DesignStates } from './design-states.tsx';
import { designTexts } from './texts/design-system.ts';

/** Every part of the kit in its states. */
export function DesignSystemPage() {
  const texts = useTexts(designTexts);
  const { data: installation } = useQuery(installationQuery);
  return (
    <SignedOutPage sandbox={installation?.kind === 'sandbox'}>
      <Page title={texts.title} lead={texts.lead}>
        <DesignLook />
        <DesignControls />
        <DesignStates />
        <DesignCharts />
      </Page>
    </SignedOutPage>
  );
}
