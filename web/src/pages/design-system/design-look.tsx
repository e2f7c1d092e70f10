import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { designTexts } from './texts/design-system.ts';
import './design-system.css';

const GROUNDS = ['ground', 'paper', 'sunken', 'brand', 'gold', 'good', 'warn', 'bad'] as const;
const STEPS = [0, 1, 2, 3, 4, 5, 6] as const;
const SIZES = ['xs', 's', 'm', 'l', 'xl', '2xl'] as const;

/** Colours and text sizes. */
export function DesignLook() {
  const texts = useTexts(designTexts);
  return (
    <>
      <Section title={texts.colours} lead={texts.coloursLead}>
        <div className="swatches">
          {GROUNDS.map((name) => (
            <div key={name} className="swatch" data-ground={name}>
              {texts.grounds[name]}
            </div>
          ))}
        </div>
        <section className="swatches" aria-label={texts.scale}>
          {STEPS.map((step) => (
            <div key={step} className="swatch" data-heat={step}>
              {step}
            </div>
          ))}
        </section>
      </Section>
      <Section title={texts.type}>
        {SIZES.map((size) => (
          <div key={size} data-size={size}>
            {texts.sample}
          </div>
        ))}
      </Section>
    </>
  );
}
