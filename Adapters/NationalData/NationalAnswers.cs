using System.Globalization;
using DichVuCong.Adapters.NationalData.Http;
using DichVuCong.Adapters.NationalData.Wire;
using DichVuCong.Contracts.Identity;

namespace DichVuCong.Adapters.NationalData;

/// <summary>From how a call went to what came of it.</summary>
internal static class NationalAnswers
{
    /// <summary>Judges a call by network and HTTP status, and leaves what the platform said to <paramref name="read"/>, which gives null for what is none of the contract's.</summary>
    public static IdentityAnswer<T> Of<T>(Exchange exchange, Func<NationalEnvelope, IdentityAnswer<T>?> read)
        where T : class
    {
        if (exchange is not Exchange.Answered answered) return new IdentityAnswer<T>.Away(((Exchange.Lost)exchange).Reason) { IsSilent = true };
        var status = string.Create(CultureInfo.InvariantCulture, $"HTTP {answered.Status}");
        return answered.Status switch
        {
            >= 200 and <= 299 => (answered.Body is { } body && NationalEnvelope.Read(body) is { } envelope ? read(envelope) : null) ?? Broken<T>("an answer that cannot be read"),
            401 => new IdentityAnswer<T>.Refused(IdentityRefusal.Expired, status, "the token is not taken"),
            408 or 425 or 429 or >= 500 => new IdentityAnswer<T>.Away($"{status}: the platform asks to wait, or failed", answered.RetryAfter),
            _ => new IdentityAnswer<T>.Refused(IdentityRefusal.Configuration, status, "the call did not reach the operation"),
        };
    }

    /// <summary>An answer that is not believed.</summary>
    public static IdentityAnswer<T> Broken<T>(string reason)
        where T : class => new IdentityAnswer<T>.Refused(IdentityRefusal.Broken, "broken", reason);
}
