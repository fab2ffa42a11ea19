namespace DichVuCong.Adapters.OneStop.Wire;

/// <summary>Why a body, or a part of it, was not taken. It names the field and the rule and never carries a value: values are personal data.</summary>
/// <param name="Code">The stable code, <c>object.field.rule</c>, e.g. <c>dossier.NgayTiepNhan.malformed</c>.</param>
/// <param name="Field">Where it is, in the partner's own names, e.g. <c>data[0].NgayTiepNhan</c>.</param>
/// <param name="Message">What the partner is told, in Vietnamese.</param>
public sealed record WireFault(string Code, string Field, string Message)
{
    /// <summary>A field, or with an empty name the object itself, breaks a rule.</summary>
    internal static WireFault Of(string wireObject, string field, string path, WireRule rule, int bound = 0) =>
        field.Length == 0
            ? new($"{wireObject}.{rule.Name}", path, $"Đối tượng {path} {rule.With(bound)}.")
            : new($"{wireObject}.{field}.{rule.Name}", path, $"Trường {path} {rule.With(bound)}.");
}
