namespace DichVuCong.Contracts.Identity;

/// <summary>
/// A source of identity with which people sign in (A9.1): they are sent to its page with a state of ours, and come back with a code. An adapter
/// implements it; a host keeps the states.
/// </summary>
public interface IIdentityProvider
{
    /// <summary>Its name, as in addresses and in <see cref="VerifiedIdentity.Source"/>.</summary>
    string Name { get; }

    /// <summary>Where somebody is sent to sign in.</summary>
    /// <param name="state">The state of this sign-in; it comes back with the code.</param>
    Uri AuthorizeAddress(string state);

    /// <summary>Says what an error means with which somebody was sent back instead of a code.</summary>
    /// <param name="error">The error as it came; anybody can have written it.</param>
    IdentityAnswer<VerifiedIdentity> OfError(string error);

    /// <summary>
    /// Gives a code for the identity behind it. A code works once: what is not given cannot be asked for again with the same code.
    /// </summary>
    /// <param name="code">The code as it came back.</param>
    /// <param name="cancellationToken">The caller's wish to stop.</param>
    Task<IdentityAnswer<VerifiedIdentity>> RedeemAsync(SignInCode code, CancellationToken cancellationToken);
}

/// <summary>The code with which somebody came back.</summary>
/// <param name="Code">The code; it may be encrypted.</param>
/// <param name="EncryptKey">The key of an encrypted code, wrapped for us; null for a plain one.</param>
public sealed record SignInCode(string Code, string? EncryptKey = null)
{
    /// <summary>Shows nothing: a code is a secret.</summary>
    public override string ToString() => nameof(SignInCode);
}
