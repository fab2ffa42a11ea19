namespace DichVuCong.Adapters.Banks.Wire;

/// <summary>Why a partner's message was not taken. It names the field and the rule and never carries a value: values are personal data.</summary>
/// <param name="Code">The stable code, <c>message.field.rule</c>, e.g. <c>INIT.SoTien.malformed</c>.</param>
/// <param name="Field">The field in the partner's own spelling.</param>
/// <param name="Message">What the partner is told.</param>
public sealed record PartnerFault(string Code, string Field, string Message);
