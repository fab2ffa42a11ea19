using System.Globalization;
using System.Net;
using System.Text;

namespace DichVuCong.Registries.Operations.Graphs;

/// <summary>
/// Draws a state graph as SVG, with the way taken in a strong line and its steps numbered. It carries no style of its own that a strict content
/// security policy would refuse: only attributes.
/// </summary>
public sealed class StateGraphSvg(StateDrawing drawing, Func<string, string> nameOf)
{
    private const int Width = 190;
    private const int Height = 64;
    private const int ColumnStep = 252;
    private const int RowStep = 132;
    private const int Margin = 24;
    private const int LineLength = 20;

    /// <summary>Draws it.</summary>
    /// <param name="way">The way taken.</param>
    /// <param name="title">What it is, for whoever cannot see it.</param>
    /// <param name="description">The way in words.</param>
    public string Draw(WayTaken way, string title, string description)
    {
        ArgumentNullException.ThrowIfNull(way);
        var svg = new StringBuilder(8192);
        var (width, height) = (RightOf(drawing.Nodes.Max(node => node.Column)), BottomOf(drawing.Nodes.Max(node => node.Row)));
        var overhang = Overhang();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" class="state-graph" viewBox="0 {-overhang} {width} {height + (2 * overhang)}" role="img" aria-labelledby="state-graph-title state-graph-description" font-family="sans-serif">
            <title id="state-graph-title">{Text(title)}</title>
            <desc id="state-graph-description">{Text(description)}</desc>
            <defs>
            <marker id="state-graph-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="#aab2bd"/></marker>
            <marker id="state-graph-taken" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="5" markerHeight="5" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="#0b5cad"/></marker>
            </defs>

            """);
        var taken = way.Steps.Index().GroupBy(step => step.Item, step => step.Index + 1).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var edge in drawing.Edges.Where(edge => !taken.ContainsKey(edge))) Draw(svg, edge, []);
        foreach (var (edge, steps) in taken) Draw(svg, edge, steps);
        foreach (var node in drawing.Nodes) Draw(svg, node, way);
        return svg.Append("</svg>").ToString();
    }

    /// <summary>How far lines that bend around states of the first or the last row, and the numbers on them, lie beyond the states.</summary>
    private int Overhang()
    {
        var last = drawing.Nodes.Max(node => node.Row);
        var furthest = drawing.Edges.Select(edge => (From: drawing.Find(edge.From)!, To: drawing.Find(edge.To)!))
            .Where(edge => edge.From.Row == edge.To.Row && edge.From.Row is var row && (row == 0 || row == last))
            .Select(edge => Math.Abs(edge.To.Column - edge.From.Column)).DefaultIfEmpty().Max();
        return furthest < 2 ? 0 : Math.Max(0, (int)(furthest * ColumnStep * 0.22 / 2) + 24 - (Height / 2) - Margin);
    }

    private void Draw(StringBuilder svg, GraphEdge edge, List<int> steps)
    {
        if (drawing.Find(edge.From) is not { } from || drawing.Find(edge.To) is not { } to || from == to) return;
        var (fromX, fromY, toX, toY) = (CentreX(from), CentreY(from), CentreX(to), CentreY(to));
        var length = Math.Sqrt(((toX - fromX) * (toX - fromX)) + ((toY - fromY) * (toY - fromY)));
        // To the right of its direction: the way back lies beside it. What leads past other states bends around them.
        var bend = Math.Abs(to.Column - from.Column) > 1 && to.Row == from.Row ? length * 0.22 : 26;
        var (bendX, bendY) = (((fromX + toX) / 2) - ((toY - fromY) / length * bend), ((fromY + toY) / 2) + ((toX - fromX) / length * bend));
        var (startX, startY) = Border(fromX, fromY, bendX, bendY);
        var (endX, endY) = Border(toX, toY, bendX, bendY);
        var isTaken = steps.Count > 0;
        svg.Append(CultureInfo.InvariantCulture, $"""
            <path class="{(isTaken ? "taken" : "edge")}" data-edge="{edge.From}->{edge.To}" d="M{startX:F1} {startY:F1}Q{bendX:F1} {bendY:F1} {endX:F1} {endY:F1}" fill="none" stroke="{(isTaken ? "#0b5cad" : "#aab2bd")}" stroke-width="{(isTaken ? "4" : "1.2")}"{(drawing.Edges.Contains(edge) ? "" : " stroke-dasharray=\"8 5\"")} marker-end="url(#{(isTaken ? "state-graph-taken" : "state-graph-arrow")})"/>

            """);
        if (!isTaken) return;
        var (labelX, labelY) = ((startX + (2 * bendX) + endX) / 4, (startY + (2 * bendY) + endY) / 4);
        var label = string.Join(", ", steps.Take(4)) + (steps.Count > 4 ? "…" : "");
        var half = 6 + (label.Length * 5);
        svg.Append(CultureInfo.InvariantCulture, $"""
            <rect x="{labelX - half:F1}" y="{labelY - 13:F1}" width="{2 * half}" height="26" rx="13" fill="#0b5cad"/><text x="{labelX:F1}" y="{labelY + 6:F1}" text-anchor="middle" font-size="17" font-weight="bold" fill="#ffffff">{label}</text>

            """);
    }

    private void Draw(StringBuilder svg, GraphNode node, WayTaken way)
    {
        var (isCurrent, isVisited) = (node.State == way.Current, way.Visited.Contains(node.State));
        var (x, y) = (CentreX(node) - (Width / 2), CentreY(node) - (Height / 2));
        var (fill, stroke, ink) = isCurrent ? ("#0b5cad", "#06386b", "#ffffff") : isVisited ? ("#dcebfa", "#0b5cad", "#0b2a4a") : ("#f5f6f8", "#c3c9d1", "#4a5462");
        var lines = Wrap(nameOf(node.State));
        svg.Append(CultureInfo.InvariantCulture, $"""
            <g class="{(isCurrent ? "current" : isVisited ? "visited" : "state")}" data-state="{node.State}"><rect x="{x}" y="{y}" width="{Width}" height="{Height}" rx="10" fill="{fill}" stroke="{stroke}" stroke-width="{(isCurrent ? 4 : 2)}"/>
            """);
        foreach (var (index, line) in lines.Index())
        {
            var baseline = CentreY(node) + 6 - ((lines.Count - 1) * 9) + (index * 18);
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{CentreX(node)}" y="{baseline}" text-anchor="middle" font-size="16" fill="{ink}">{Text(line)}</text>""");
        }

        svg.Append("</g>\n");
    }

    /// <summary>Where the line from a state's centre towards a point leaves the state.</summary>
    private static (double X, double Y) Border(double centreX, double centreY, double towardsX, double towardsY)
    {
        var (byX, byY) = (towardsX - centreX, towardsY - centreY);
        var share = Math.Min((Width / 2.0) / Math.Max(1e-6, Math.Abs(byX)), (Height / 2.0) / Math.Max(1e-6, Math.Abs(byY)));
        return (centreX + (byX * Math.Min(1, share)), centreY + (byY * Math.Min(1, share)));
    }

    private static List<string> Wrap(string text)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length == 0) lines[^1] = word;
            else if (lines[^1].Length + 1 + word.Length <= LineLength || lines.Count == 3) lines[^1] += " " + word;
            else lines.Add(word);
        }

        return lines;
    }

    private static int CentreX(GraphNode node) => Margin + (node.Column * ColumnStep) + (Width / 2);

    private static int CentreY(GraphNode node) => Margin + (node.Row * RowStep) + (Height / 2);

    private static int RightOf(int column) => (2 * Margin) + (column * ColumnStep) + Width;

    private static int BottomOf(int row) => (2 * Margin) + (row * RowStep) + Height;

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
