using System.Net;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>How far a call to the provider came.</summary>
internal enum ExchangePhase : byte
{
    /// <summary>The provider cannot have the whole request: no address, no connection, no TLS, or cut while it was written.</summary>
    NotSent,

    /// <summary>The whole request was written, and no whole answer came back.</summary>
    Sent,

    /// <summary>An HTTP answer came back.</summary>
    Answered,
}

/// <summary>What came of a call.</summary>
/// <param name="Phase">How far it came.</param>
/// <param name="Status">The HTTP status, when answered.</param>
/// <param name="Answer">The provider's answer, when the body was one.</param>
/// <param name="RetryAfter">How long the server asked us to wait.</param>
/// <param name="Cause">What went wrong on the way, without personal data.</param>
/// <typeparam name="T">What an answer is read into.</typeparam>
internal sealed record Exchange<T>(
    ExchangePhase Phase, HttpStatusCode? Status = null, T? Answer = null, TimeSpan? RetryAfter = null, string? Cause = null)
    where T : class;
