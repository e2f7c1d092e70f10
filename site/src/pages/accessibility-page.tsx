import type { Context } from '../context.ts';

/** The accessibility statement: what is held to, how it is checked, what is known to fall short. */
export function AccessibilityPage({ context }: { context: Context }) {
  const { accessibility } = context.texts;
  return (
    <>
      <h1>{accessibility.title}</h1>
      <div className="prose">
        <p>{accessibility.aim}</p>
        {accessibility.parts.map(({ title, points }) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul>
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </section>
        ))}
        <p>{accessibility.tell}</p>
      </div>
    </>
  );
}
