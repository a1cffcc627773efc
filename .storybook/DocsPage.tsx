import { Controls, Description, DocsContext, Primary, Stories, Title } from '@storybook/addon-docs/blocks';
import { useContext } from 'react';
import { FieldPage } from './FieldPage.tsx';

/** The page of documentation: of a field what the product says of it, of a part of the kit its properties. */
export function DocsPage() {
  const [story] = useContext(DocsContext).componentStories();
  if (story?.title.startsWith('Campi/')) return <FieldPage />;
  return (
    <>
      <Title />
      <Description />
      <Primary />
      <Controls />
      <Stories title="Le storie" />
    </>
  );
}
