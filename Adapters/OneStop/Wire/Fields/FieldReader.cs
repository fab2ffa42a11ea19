using DichVuCong.Adapters.OneStop.Wire.Json;

namespace DichVuCong.Adapters.OneStop.Wire.Fields;

/// <summary>Reads one scalar by its rule.</summary>
internal static class FieldReader
{
    /// <summary>The canonical text; null when there is none, or a fault was added.</summary>
    public static string? Read(WireNode node, string field, FieldRule rule, ReadContext context)
    {
        if (node.Kind >= NodeKind.Object) return context.Break<string>(field, WireRule.WrongType);
        if (node.IsBlank) return null;
        var text = node.Text!.Trim();
        var clean = CleanText.Of(text);
        if (!ReferenceEquals(clean, text)) context.Note(field, WireNote.Cleaned);
        if (rule.Kind == FieldKind.Date && WireDate.IsNone(clean))
        {
            context.Note(field, WireNote.NoDate);
            return null;
        }

        if (clean.Length > rule.Max && rule.Overflow == Overflow.Refuse) return context.Break<string>(field, WireRule.TooLong, rule.Max);
        var (canonical, broken) = Canonical.Of(rule.Kind, clean);
        if (canonical is null) return context.Break<string>(field, broken!);
        if (canonical.Length == 0) return null;
        if (canonical.Length <= rule.Max) return canonical;
        context.Note(field, WireNote.Trimmed);
        return CleanText.Cut(canonical, rule.Max);
    }
}
