namespace DichVuCong.Registries.Operations.Access;

/// <summary>An operator may not do what was asked: their role does not allow it, or the agency is outside their scope.</summary>
/// <param name="message">Which rule refuses it; no personal data.</param>
public sealed class AccessRefusedException(string message) : Exception(message);
