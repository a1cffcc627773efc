import { t } from '../../../forms/text/designer.ts';
import { useBuilder } from '../builder-context.ts';
import { sentence } from '../checks/sentence.ts';

/** What is wrong or odd with the selected part, on top of its settings. */
export function PartFaults({ partId }: { readonly partId: string }) {
  const { findings, notices } = useBuilder();
  const said = [
    ...findings.filter(({ part }) => part?.id === partId).map(sentence),
    ...notices
      .filter((notice) => notice.partId === partId)
      .map(({ code, params }) => t(`designer.builder.notices.${code}`, params)),
  ];
  if (said.length === 0) return null;
  return (
    <ul className="fb-findings fb-wrong">
      {said.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}
