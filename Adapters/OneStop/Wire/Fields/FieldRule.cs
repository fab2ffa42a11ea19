namespace DichVuCong.Adapters.OneStop.Wire.Fields;

/// <summary>The rule of one field of one wire object.</summary>
/// <param name="Kind">How it is read.</param>
/// <param name="Max">The most characters.</param>
/// <param name="Overflow">What happens beyond them.</param>
/// <param name="Required">Whether the object is refused without it.</param>
/// <param name="IdentifiedBy">For a link: the field that, when filled, identifies the file, so that the link leaves the content's hash.</param>
internal sealed record FieldRule(
    FieldKind Kind, int Max, Overflow Overflow = Overflow.Refuse, bool Required = false, string? IdentifiedBy = null)
{
    /// <summary>The rule of a field that the table does not name: text, cut at the longest length that was seen (2.11).</summary>
    public static FieldRule Default { get; } = new(FieldKind.Text, 5000, Overflow.Trim);
}
