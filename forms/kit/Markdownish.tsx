import { Fragment } from 'react';
import { t } from '../text/text.ts';
import { blocksOf, type Block, type Inline } from '../schema/markdown.ts';
import { writtenParts } from './written.ts';

const isOutside = (href: string): boolean => /^https?:/i.test(href) && !href.startsWith(`${window.location.origin}/`);

/** A text; what somebody wrote in it is said to be Italian. */
const Words = ({ text }: { readonly text: string }) =>
  writtenParts(text).map((part, index) =>
    part.isWritten ? (
      <span key={index} lang="it">
        <Lines text={part.text} />
      </span>
    ) : (
      <Lines key={index} text={part.text} />
    ),
  );

/** A text with the line breaks that it holds. */
const Lines = ({ text }: { readonly text: string }) =>
  text.split('\n').map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));

function Piece({ piece }: { readonly piece: Inline }) {
  switch (piece.kind) {
    case 'text':
      return <Words text={piece.text} />;
    case 'strong':
      return (
        <strong>
          <Pieces pieces={piece.content} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Pieces pieces={piece.content} />
        </em>
      );
    case 'link':
      return isOutside(piece.href) ? (
        <a href={piece.href} target="_blank" rel="noreferrer">
          {piece.text}
          <span className="visually-hidden"> {t('kit.form.newTab')}</span>
        </a>
      ) : (
        <a href={piece.href}>{piece.text}</a>
      );
  }
}

const Pieces = ({ pieces }: { readonly pieces: readonly Inline[] }) =>
  pieces.map((piece, index) => <Piece key={index} piece={piece} />);

interface BlocksProps {
  readonly blocks: readonly Block[];
  readonly topHeading: number;
}

const Blocks = ({ blocks, topHeading }: BlocksProps) =>
  blocks.map((block, index) => <BlockView key={index} block={block} topHeading={topHeading} />);

function BlockView({ block, topHeading }: { readonly block: Block; readonly topHeading: number }) {
  switch (block.kind) {
    case 'heading': {
      const depth = Math.min(block.depth + topHeading - 1, 6);
      const Heading = `h${depth}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
      return (
        <Heading className="h5">
          <Pieces pieces={block.content} />
        </Heading>
      );
    }
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={index}>
              <ItemView blocks={item} topHeading={topHeading} />
            </li>
          ))}
        </List>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Pieces pieces={block.content} />
        </p>
      );
    case 'quotation':
      return (
        <blockquote className="iter-quotation">
          <Blocks blocks={block.blocks} topHeading={topHeading} />
        </blockquote>
      );
  }
}

/** The blocks of an item; a single paragraph stands in it without space around. */
function ItemView({ blocks, topHeading }: BlocksProps) {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return <Blocks blocks={blocks} topHeading={topHeading} />;
  return (
    <>
      <Pieces pieces={first.content} />
      <Blocks blocks={rest} topHeading={topHeading} />
    </>
  );
}

/** Settings of a text. */
export interface MarkdownishProps {
  readonly text: string;
  /** The level that `#` stands for in this place of the page; 3 by default. */
  readonly topHeading?: 2 | 3 | 4 | 5;
}

/**
 * A text with Markdown's paragraphs, headings, emphasis, links, lists and quotations, made of elements and never of
 * HTML.
 */
export const Markdownish = ({ text, topHeading = 3 }: MarkdownishProps) => (
  <div className="iter-text">
    <Blocks blocks={blocksOf(text)} topHeading={topHeading} />
  </div>
);
