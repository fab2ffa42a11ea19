namespace DichVuCong.Adapters.Banks.BankForm;

/// <summary>A detached signature over a raw body.</summary>
/// <param name="KeyId">The key's name (X-Key-Id).</param>
/// <param name="Value">The signature in Base64 (X-Signature).</param>
public sealed record BodySignature(string KeyId, string Value);
