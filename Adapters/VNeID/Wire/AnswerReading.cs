using System.Globalization;
using DichVuCong.Adapters.VNeID.Http;
using DichVuCong.Contracts.Identity;

namespace DichVuCong.Adapters.VNeID.Wire;

/// <summary>From how a call went to what came of it: what is the same for both sources.</summary>
internal static class AnswerReading
{
    /// <summary>The claims of an answer, or why there are none.</summary>
    /// <param name="exchange">How the call went.</param>
    /// <param name="open">Opens a body of success; null when it cannot.</param>
    /// <param name="value">Reads the claims; null when they are not what was agreed.</param>
    /// <param name="statuses">What this endpoint means by a status whose body says nothing.</param>
    public static IdentityAnswer<T> Of<T>(Exchange exchange, Func<byte[], ClaimSet?> open, Func<ClaimSet, T?> value, StatusMeanings statuses)
        where T : class
    {
        if (exchange is not Exchange.Answered answered) return new IdentityAnswer<T>.Away(((Exchange.Lost)exchange).Reason) { IsSilent = true };
        // An error stands in clear, whatever the status is: some say 200 to everything.
        if (answered.Body is { } body && ClaimSet.Read(body) is { } plain && plain.Text("error") is { } error)
        {
            return OAuthErrors.Of<T>(error) ?? OfStatus<T>(answered, statuses) ?? Broken<T>("an error that is not of the protocol");
        }

        if (OfStatus<T>(answered, statuses) is { } end) return end;
        if (answered.Body is null) return Broken<T>("an answer that is too large");
        if (open(answered.Body) is not { } claims) return Broken<T>("an answer that cannot be opened or read");
        return value(claims) is { } read ? new IdentityAnswer<T>.Given(read) : Broken<T>("an answer without what was agreed");
    }

    /// <summary>An answer that is not believed.</summary>
    public static IdentityAnswer<T> Broken<T>(string reason)
        where T : class => new IdentityAnswer<T>.Refused(IdentityRefusal.Broken, "broken", reason);

    private static IdentityAnswer<T>? OfStatus<T>(Exchange.Answered answered, StatusMeanings statuses)
        where T : class
    {
        if (answered.IsSuccess) return null;
        var status = string.Create(CultureInfo.InvariantCulture, $"HTTP {answered.Status}");
        return answered.Status switch
        {
            401 when statuses == StatusMeanings.OfToken => new IdentityAnswer<T>.Refused(IdentityRefusal.Expired, status, "the token is not taken"),
            408 or 425 or 429 or >= 500 => new IdentityAnswer<T>.Away($"{status}: the source asks to wait, or failed", answered.RetryAfter),
            _ => new IdentityAnswer<T>.Refused(IdentityRefusal.Configuration, status, "the call did not reach the operation"),
        };
    }
}

/// <summary>What a bare 401 is about.</summary>
internal enum StatusMeanings : byte
{
    /// <summary>Our own account: a call with our id and secret.</summary>
    OfAccount,

    /// <summary>The token: a call with the token that was given for a code.</summary>
    OfToken,
}
