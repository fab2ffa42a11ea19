namespace DichVuCong.Operations.SignIn;

/// <summary>The identity provider's answer is not taken.</summary>
/// <param name="message">Which rule it breaks; no token and no personal data.</param>
internal sealed class SignInRefusedException(string message) : Exception(message);
