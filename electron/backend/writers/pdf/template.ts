/**
 * How the pages look: a fixed Typst program that reads the plan as data and places it. No text of a project ever becomes part
 * of the program; every string goes through `text`, which knows no markup.
 */
export const template = `
#let d = json("plan.json")
// What titles and parts do not depend on: how many runs there are, and what is left out.
#let rest = json("rest.json")
// Either everything, or for a preview the whole of a short plan, the title, the contents, or one run of parts with the page it begins on.
#let shown = json("shown.json")
#let whole = shown.what == "all"
#let accent = rgb(d.accent)
#let tint = rgb(d.tint)
#let ink = rgb("#242424")
#let muted = rgb("#5c5c5c")
#let line = rgb("#d6d6d6")
#let soft = rgb("#f6f6f6")
#let tones = (
  blocker: rgb("#b10e1c"), gate: rgb("#8a3707"), risk: rgb("#6d5700"),
  advice: rgb("#0e700e"), good: rgb("#0e700e"), note: accent, muted: muted,
)

// A place where a line may end; nothing of it is seen or read aloud.
#let gap = h(0.001pt)
#let pieces(t) = if type(t) == str { text(t) } else { t.map(text).join(gap) }

// What a link leads to stands in the whole document only; it looks the same everywhere. Its address means something only to
// those who lead links to their places afterwards.
#let to-place(place, body) = if whole { link(place, body) } else { body }

#let run(r) = {
  let body = pieces(r.t)
  let style = r.at("s", default: none)
  if style == "strong" { body = strong(body) }
  if style == "code" { body = text(font: ("Noto Sans Mono", ..d.fonts), size: 0.92em, ligatures: false, body) }
  if style == "muted" { body = text(fill: muted, body) }
  if whole and "at" in r [#metadata(r.at)<mark>]
  if "go" in r { to-place(r.go, text(fill: accent, body)) }
  else if "url" in r { link(r.url, underline(text(fill: accent, body))) }
  else { body }
}
#let inline(t) = if type(t) == str { text(t) } else { t.map(run).join() }

#let origin(targets) = {
  set text(size: 6.5pt, weight: 400, style: "normal", fill: muted)
  text(d.from)
  for (index, target) in targets.enumerate() {
    if index == 0 { text(" ") } else { text(" · ") }
    let body = pieces(target.t)
    if "go" in target { to-place(target.go, body) }
    else if "url" in target { link(target.url, body) }
    else { body }
  }
}
// What a block rests on, as small links after its words.
#let with-origin(body, b) = if "from" in b { body; h(0.6em); origin(b.from) } else { body }
#let caption-of(b) = {
  if b.caption == "" and "from" not in b { return none }
  figure.caption(with-origin(text(weight: 600, pieces(b.caption)), b))
}

// Most cells are plain text and stand as they are.
#let cell(c) = {
  if type(c) != dictionary { return inline(c) }
  text(fill: tones.at(c.tone), weight: if c.tone in ("blocker", "gate") { 600 } else { 400 }, inline(c.text))
}

#let table-block(b) = {
  let sides = b.align.map(side => if side == "end" { right } else { left })
  let rows = for row in b.rows {
    if row.keep { if row.rich { row.cells.map(cell) } else { row.cells } }
    else { row.cells.map(c => table.cell(breakable: auto, cell(c))) }
  }
  set text(size: b.size * 1pt)
  set par(leading: b.leading * 1em)
  set table.cell(breakable: false)
  let body = figure(kind: table, supplement: none, numbering: none, outlined: false, caption: caption-of(b), table(
    columns: b.widths.map(width => width * 1pt),
    // A row whose lines are known need not be set once only to learn how tall it is.
    rows: (auto, ..b.rows.map(row => if "height" in row { row.height * 1pt } else { auto })),
    align: sides,
    inset: (x: b.inset * 1pt, y: b.space * 1pt),
    stroke: (x, y) => (bottom: if y == 0 { 0.8pt + accent } else { 0.4pt + line }),
    fill: (x, y) => if y == 0 { tint },
    table.header(..b.head.enumerate().map(((index, title)) =>
      table.cell(align: sides.at(index) + bottom, text(weight: 600, pieces(title))))),
    ..rows,
  ))
  if b.whole and b.rows.all(row => row.keep) { block(breakable: false, width: 100%, above: 12pt, below: 14pt, body) } else { body }
}

#let callout(b) = {
  let tone = tones.at(b.tone)
  block(
    width: 100%, breakable: not b.keep, above: 8pt, below: 8pt,
    fill: tone.lighten(94%), stroke: (left: 2.5pt + tone), inset: (left: 10pt, right: 10pt, top: 6pt, bottom: 6pt),
    {
      set block(above: 0pt, below: 4.5pt)
      set par(spacing: 4.5pt)
      block(sticky: true, text(size: 7.5pt, weight: 600, fill: tone, tracking: 0.03em, text(b.label)))
      block(sticky: true, text(weight: 600, inline(b.title)))
      if b.text != "" and b.text != () { block(below: 0pt, text(size: 9.5pt, inline(b.text))) }
      if "from" in b { block(above: 5pt, below: 0pt, origin(b.from)) }
    },
  )
}

// Side by side. A grid would set everything twice, once to learn how tall its rows are.
#let beside(width, gutter, bodies) = stack(dir: ltr, spacing: gutter, ..bodies.map(body => block(width: width, body)))

#let pairs(b) = {
  let pair(one) = {
    text(fill: muted, inline(one.name))
    [ ]
    inline(one.value)
    if "note" in one { text(fill: muted, { text(" · "); inline(one.note) }) }
  }
  let last = b.rows.len() - 1
  block(above: 8pt, below: 10pt, {
    set text(size: b.size * 1pt)
    set par(leading: 0.48em)
    set block(spacing: b.space * 1pt)
    for (index, row) in b.rows.enumerate() {
      let sticky = index == last and "from" in b
      if row.len() == 1 { block(sticky: sticky, width: if row.at(0).wide { 100% } else { b.column * 1pt }, pair(row.at(0))) }
      else { block(sticky: sticky, beside(b.column * 1pt, b.gutter * 1pt, row.map(pair))) }
    }
    if "from" in b { block(above: 6pt, origin(b.from)) }
  })
}

#let code-block(b) = {
  if b.caption != "" or "from" in b {
    block(above: 12pt, below: 5pt, sticky: true, text(size: 9pt, with-origin(text(weight: 600, pieces(b.caption)), b)))
  }
  let set-lines(lines) = {
    set text(font: ("Noto Sans Mono", ..d.fonts), size: b.size * 1pt, ligatures: false, hyphenate: false)
    set par(leading: 0.42em, spacing: 0.42em, hanging-indent: 2em)
    for one in lines { par(if one == "" { text(" ") } else { pieces(one) }) }
  }
  let last = b.slabs.len() - 1
  for (index, slab) in b.slabs.enumerate() {
    block(
      width: 100%, above: 0pt, below: if index == last { 12pt } else { 4pt }, breakable: not slab.keep,
      fill: soft, stroke: 0.4pt + line, radius: 2pt, inset: b.inset * 1pt,
      if slab.columns.len() == 1 { set-lines(slab.columns.at(0)) }
      else { beside(b.column * 1pt, b.gutter * 1pt, slab.columns.map(set-lines)) },
    )
  }
}

#let block-of(b) = {
  if b.kind == "paragraph" {
    let words = with-origin(inline(b.text), b)
    if "note" in b { text(size: 8pt, par(leading: 0.5em, words)) } else { par(words) }
  }
  else if b.kind == "open" {
    block(inset: (left: 8pt), stroke: (left: (paint: line, thickness: 1.5pt)), outset: (y: 2pt),
      with-origin(text(style: "italic", fill: muted, inline(b.text)), b))
  }
  else if b.kind == "list" {
    let items = b.items.map(item => with-origin(inline(item.text), item))
    let whole-list = if b.dense {
      set text(size: 8pt)
      set par(leading: 0.48em)
      set block(spacing: 5pt)
      let entries = items.enumerate().map(((index, item)) => if b.ordered { enum(start: index + 1, item) } else { list(item) })
      for two in entries.chunks(2) { block(beside(b.column * 1pt, b.gutter * 1pt, two)) }
    } else if b.ordered { enum(..items) } else { list(..items) }
    // What it rests on does not stand alone on the next page, but a long list is no reason to leave a page empty.
    if "from" in b and b.items.len() < 8 { block(sticky: true, whole-list) } else { whole-list }
    if "from" in b { block(above: 8pt, origin(b.from)) }
  }
  else if b.kind == "table" { table-block(b) }
  else if b.kind == "callout" { callout(b) }
  else if b.kind == "pairs" { pairs(b) }
  else if b.kind == "code" { code-block(b) }
  else if b.kind == "figure" {
    figure(supplement: none, numbering: none, outlined: false, caption: caption-of(b),
      image(bytes(b.svg), format: "svg", alt: b.alt, width: b.width * 1pt, height: b.height * 1pt))
  }
}

#let section(s) = {
  let title = heading(level: s.level, pieces(s.title))
  if whole and "at" in s [#title#label(s.at)] else { title }
  for b in s.blocks { block-of(b) }
  for inner in s.sections { section(inner) }
}

#let running(title) = {
  set text(size: 7.5pt, fill: muted)
  block(width: 100%, inset: (bottom: 5pt), stroke: (bottom: 0.4pt + line),
    grid(columns: (1fr, auto), column-gutter: 12pt, text(d.head), text(title)))
}
#let foot = {
  set text(size: 7.5pt, fill: muted)
  grid(columns: (1fr, auto), column-gutter: 12pt, text(d.firm), context {
    let total = if whole or d.short { counter(page).final().first() } else { shown.total }
    let number = d.page.at(0) + str(counter(page).get().first())
    text(if total == none { number } else { number + d.page.at(1) + str(total) + d.page.at(2) })
  })
}

// One file for each part, or for a few that share a page: what has not changed is neither read nor set again.
#let run-of(index) = {
  let r = json("run-" + str(index) + ".json")
  set page(header: running(r.head))
  // In a context, parts are made where their pages are set: beside each other.
  block(width: 100%, context { for s in r.parts { section(s) } })
}

#set document(
  title: d.documentTitle, author: d.authors, keywords: d.keywords,
  date: if d.day == none { none } else { datetime(year: d.day.at(0), month: d.day.at(1), day: d.day.at(2)) },
)
#set page(paper: d.paper, margin: (x: d.side * 1pt, top: if d.short { 64pt } else { 70pt }, bottom: if d.short { 56pt } else { 60pt }), header-ascent: if d.short { 18pt } else { 26pt }, footer-descent: if d.short { 18pt } else { 24pt })
#set text(font: d.fonts, fallback: false, lang: d.lang, size: 9.5pt, fill: ink, number-type: "lining")
#set par(leading: 0.62em, spacing: 0.95em, justify: false, linebreaks: "simple")
#set strong(delta: 200)
#set list(indent: 2pt, body-indent: 7pt, spacing: 0.75em, marker: text(fill: accent, "•"))
#set enum(indent: 2pt, body-indent: 7pt, spacing: 0.75em)
#set underline(stroke: 0.4pt, offset: 1.5pt, evade: false)
#show heading: set text(weight: 600, hyphenate: false)
#show heading: set par(leading: 0.4em)
#show heading.where(level: 1): set text(size: 20pt, fill: accent)
#show heading.where(level: 1): set block(above: 30pt, below: 16pt)
#show heading.where(level: 2): set text(size: 13.5pt)
#show heading.where(level: 2): set block(above: 22pt, below: 9pt)
#show heading.where(level: 3): set text(size: 11pt)
#show heading.where(level: 3): set block(above: 16pt, below: 7pt)
#show heading.where(level: 4): set text(size: 10pt, fill: muted)
#show figure: set block(breakable: true, above: 12pt, below: 14pt)
#show figure: set align(left)
#show figure.caption: set align(left)
#show figure.caption: it => block(sticky: true, text(size: 9pt, it.body))
#show figure.where(kind: table): set figure.caption(position: top)
#set figure(gap: 6pt)

// Where everything is that links lead to.
#let place-of(name, one) = {
  let at = one.location().position()
  (name: name, page: at.page, x: at.x.pt(), y: at.y.pt())
}
#let ends = if whole {
  context [#metadata(
    query(heading).filter(one => one.has("label")).map(one => place-of(str(one.label), one))
      + query(<mark>).map(one => place-of(one.value, one))
  )<ends>]
}

#let logo = if d.logo != none {
  block(height: 52pt, image(d.logo.path, alt: d.logo.alt, height: 52pt, width: 180pt, fit: "contain"))
}
// What the plan is called, whose it is and how it stands; large on a page of its own, else as the head of the first.
#let names(size, space) = {
  if d.customer != "" { block(below: space * 0.64, text(size: calc.max(10pt, size * 0.43), weight: 600, fill: muted, pieces(d.customer))) }
  {
    show title: set text(size: size, weight: 600, fill: accent, hyphenate: false)
    show title: set par(leading: 0.35em)
    show title: set block(above: 0pt, below: space * 0.64)
    title(pieces(d.title))
  }
  if d.subtitle != "" { block(below: space, text(size: size * 0.5, pieces(d.subtitle))) }
  block(above: 0pt, below: space, std.line(length: 64pt, stroke: 2.5pt + accent))
  grid(columns: (84pt, 1fr), column-gutter: 12pt, row-gutter: space * 0.41,
    ..d.facts.map(fact => (text(fill: muted, fact.name), pieces(fact.value))).flatten())
}
#let title-page = page(margin: (x: d.side * 1pt, top: 70pt, bottom: 60pt), header: none, footer: none, {
  ends
  logo
  v(1fr)
  names(30pt, 22pt)
  v(5fr)
  if d.firm != "" { text(weight: 600, text(d.firm)) }
})

#let left-out = if rest.leftOut != none {
  block(above: 26pt, width: 100%, fill: soft, inset: 10pt, {
    set text(size: 9pt)
    block(below: 6pt, sticky: true, text(weight: 600, rest.leftOut.title))
    list(..rest.leftOut.lines.map(pieces))
  })
}

#let contents-pages = page(header: running(d.contents), {
  show outline.entry: set block(above: 3.6pt)
  show outline.entry: set text(size: 8.5pt)
  show outline.entry.where(level: 1): set block(above: 9pt)
  show outline.entry.where(level: 1): set text(size: 9pt, weight: 600)
  set outline.entry(fill: std.line(length: 100%, stroke: (paint: line, thickness: 0.6pt, dash: "loosely-dotted")))
  heading(level: 1, outlined: false, bookmarked: true, text(d.contents))
  columns(2, gutter: 26pt, {
    outline(title: none, depth: 2, indent: 10pt)
    left-out
  })
})

// Read in one go: one part after the other, below the names. A function, for what is merely named is made all the same.
#let short-plan() = {
  set page(header: context { if counter(page).get().first() > 1 { running(d.running) } }, footer: foot)
  show heading.where(level: 1): set text(size: 17pt)
  show heading.where(level: 1): set block(above: 24pt, below: 11pt)
  show heading.where(level: 2): set text(size: 12pt)
  show heading.where(level: 2): set block(above: 15pt, below: 7pt)
  set list(spacing: 0.6em)
  set enum(spacing: 0.6em)
  ends
  logo
  names(24pt, 14pt)
  for index in range(rest.runs) { for s in json("run-" + str(index) + ".json").parts { section(s) } }
  left-out
  context [#metadata(query(heading.where(outlined: true, level: 1)).map(one => one.location().page()))<places>]
}

#if d.short {
  short-plan()
} else if whole {
  title-page
  set page(footer: foot)
  contents-pages
  for index in range(rest.runs) { run-of(index) }
} else if shown.what == "title" {
  title-page
} else if shown.what == "contents" {
  counter(page).update(2)
  set page(footer: foot)
  contents-pages
  // The headings that the contents list, each with the page it has in the whole.
  set page(footer: none)
  show heading: it => none
  for place in json("places.json") {
    counter(page).update(place.page)
    heading(level: place.level, pieces(place.title))
  }
} else {
  counter(page).update(shown.first)
  set page(footer: foot)
  run-of(shown.run)
  context [#metadata(query(heading.where(outlined: true)).filter(one => one.level <= 2).map(one => one.location().page()))<places>]
}
`;
