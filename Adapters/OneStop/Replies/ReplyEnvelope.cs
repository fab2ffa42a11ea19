using System.Globalization;
using System.Text;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Fields;
using DichVuCong.Adapters.OneStop.Wire.Json;
using DichVuCong.Adapters.OneStop.Wire.Shapes;

namespace DichVuCong.Adapters.OneStop.Replies;

/// <summary>
/// A reply as it came, read tolerantly: error_code as a number or any text of it, the real reply as a JSON text in <c>message</c>, as the
/// only entry of an array, or as a string (1.3, pain 8). Texts of partners may hold personal data: the type has no ToString of its own.
/// </summary>
public sealed class ReplyEnvelope
{
    private static readonly WireLimits Bounds = new() { MaxBytes = 1024 * 1024, MaxValues = 50_000 };

    private ReplyEnvelope(WireNode outer, WireNode root)
    {
        Root = root;
        ErrorCode = Agreed(CodeOf(outer), CodeOf(root));
        Message = root.Find("message")?.Text?.Trim();
        Session = root.Find("session")?.Text?.Trim();
    }

    /// <summary>error_code; null when there is none that is a number, or when the reply contradicts itself.</summary>
    public int? ErrorCode { get; }

    /// <summary>The text; null when there is none.</summary>
    public string? Message { get; }

    /// <summary>The session of a login.</summary>
    public string? Session { get; }

    /// <summary>The entries of <c>result[]</c> that are objects, as our own replies write them.</summary>
    public IReadOnlyList<ReplyItem> Results => Rows<ReplyItem>();

    internal WireNode Root { get; }

    /// <summary>Reads a reply; a fault when it is no JSON object.</summary>
    public static WireResult<ReplyEnvelope> Read(ReadOnlyMemory<byte> body)
    {
        var budget = new ValueBudget(Bounds.MaxValues);
        var context = new ReadContext(Bounds, budget);

        // A reply in a wrong encoding still says by its error_code what was done; only its text suffers.
        var read = body.Length > Bounds.MaxBytes
            ? new(JsonFaults.TooLarge(Bounds.MaxBytes))
            : NodeReader.Parse(Encoding.UTF8.GetString(body.Span).TrimStart('\uFEFF'), Bounds, budget);
        if (!read.IsRead) return new(read.Fault);
        var outer = read.Value is { Kind: NodeKind.Array, Children: [var only] } ? context.Open(only) : read.Value;
        if (outer.Kind != NodeKind.Object) return new(WireFault.Of(WireObjects.Reply, "", "body", WireRule.WrongType));
        return new(new ReplyEnvelope(outer, InnerOf(outer, context)));
    }

    /// <summary>The rows of <c>result</c>, of its <c>data</c>, or of <c>data</c>; what is no such object is left out.</summary>
    public IReadOnlyList<T> Rows<T>()
        where T : class, new()
    {
        var context = new ReadContext(Bounds, new ValueBudget(Bounds.MaxValues));
        var holder = Root.Find("result") ?? Root.Find("data");
        if (holder is null) return [];
        var opened = context.Open(holder);
        if (opened.Kind == NodeKind.Object && opened.Find("data") is { } data) opened = context.Open(data);
        var entries = opened.Kind == NodeKind.Array ? opened.Children : [opened];
        return [.. entries.Select(context.Open).Where(entry => entry is { Kind: NodeKind.Object, IsBlank: false })
            .Select(entry => WireObject.Read<T>(entry, new ReadContext(Bounds, new ValueBudget(0))).Value).OfType<T>()];
    }

    // A proxy that says 0 has only passed the reply on; a proxy that says failure around a success leaves it open what happened.
    private static int? Agreed(int? outer, int? inner) =>
        inner is null ? outer
        : inner == ReplyTable.Success && outer is not (null or ReplyTable.Success) ? null
        : inner;

    private static WireNode InnerOf(WireNode outer, ReadContext context)
    {
        if (outer.Find("message") is not { } message) return outer;
        var inner = context.Open(message);
        return inner.Kind == NodeKind.Object && (inner.Find("error_code") ?? inner.Find("message") ?? inner.Find("result")) is not null ? inner : outer;
    }

    private static int? CodeOf(WireNode node) =>
        node.Find("error_code") is { Kind: NodeKind.Number or NodeKind.Text, Text: { } text } && Canonical.Number(text.Trim()) is { } number
            ? int.Parse(number, CultureInfo.InvariantCulture)
            : null;
}
