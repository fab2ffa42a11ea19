using DichVuCong.Contracts.Identity;
using DichVuCong.Identity.Settings;
using DichVuCong.Identity.Sources;
using DichVuCong.Registries.Identity;

namespace DichVuCong.Gateway.Identity.SignIn;

/// <summary>
/// Meets a browser that comes back from a source. Nothing it brings is believed: the state has to be one of ours and works once, and the code is
/// worth what the source says of it. Who it is never goes through the browser: it carries a result, which the caller fetches.
/// </summary>
internal sealed class SignInCallback(
    IdentitySources sources, IdentitySettings settings, SignInStore signIns, VerificationStore verifications, TimeProvider time, ILogger<SignInCallback> logger)
{
    // A code is some hundred letters; an encrypted one with its key some thousand.
    private const int LongestCode = 8 * 1024;

    public async Task<IResult> TakeAsync(string sourceName, IQueryCollection query, CancellationToken cancellationToken)
    {
        if (sources.Find(sourceName) is not { } source) return SignInPages.Unknown();
        var state = query["state"].ToString();
        if (state.Length is 0 or > SecretText.MaxLength) return SignInPages.Unknown();
        var (outcome, row) = await signIns.TakeAsync(SecretText.HashOf(state), source.Name, time.GetUtcNow(), cancellationToken);
        if (row is null) return SignInPages.Of(outcome);

        var isSaid = query["error"].ToString() is { Length: > 0 };
        var answer = isSaid ? source.OfError(query["error"].ToString()) : await RedeemAsync(source, query, cancellationToken);
        if (answer is IdentityAnswer<VerifiedIdentity>.Given { Value: { Number: not null } identity })
        {
            var result = SecretText.Draw();
            var now = time.GetUtcNow();
            await verifications.KeepAsync(
                row, SecretText.HashOf(result), now + settings.SignIn.ResultLifetime, identity, now + settings.SignIn.VerificationLifetime, cancellationToken);
            return SignInPages.Back(row, "result", result);
        }

        var error = SignInErrors.Of(answer);
        // What a browser says of an error calls nobody: anybody can write it into an address.
        if (!isSaid && SignInErrors.NeedSomebody(answer)) IdentityLog.SourceNeedsSomebody(logger, source.Name, answer.ToString());
        else IdentityLog.SignInEnded(logger, source.Name, answer.ToString());
        await signIns.EndAsync(row.Id, error, cancellationToken);
        return SignInPages.Back(row, "error", error);
    }

    private static async Task<IdentityAnswer<VerifiedIdentity>> RedeemAsync(IIdentityProvider source, IQueryCollection query, CancellationToken cancellationToken)
    {
        var (code, key) = (query["code"].ToString(), query["encrypt_key"].ToString());
        return code.Length is 0 or > LongestCode || key.Length > LongestCode
            ? new IdentityAnswer<VerifiedIdentity>.Refused(IdentityRefusal.Expired, "code", "there is no code that can be one")
            : await source.RedeemAsync(new SignInCode(code, key.Length > 0 ? key : null), cancellationToken);
    }
}

/// <summary>What the caller is told of a sign-in that came to nothing.</summary>
internal static class SignInErrors
{
    /// <summary>The word.</summary>
    public static string Of(IdentityAnswer<VerifiedIdentity> answer) => answer switch
    {
        IdentityAnswer<VerifiedIdentity>.Refused { Kind: IdentityRefusal.Declined } => "declined",
        IdentityAnswer<VerifiedIdentity>.Refused { Kind: IdentityRefusal.Expired } => "expired",
        IdentityAnswer<VerifiedIdentity>.Away => "unavailable",
        _ => "failed",
    };

    /// <summary>Whether an operator has to see to it.</summary>
    public static bool NeedSomebody(IdentityAnswer<VerifiedIdentity> answer) =>
        answer is IdentityAnswer<VerifiedIdentity>.Refused { Kind: IdentityRefusal.Configuration or IdentityRefusal.Broken or IdentityRefusal.NotFound };
}
