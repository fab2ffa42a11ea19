namespace DichVuCong.Identity.Settings;

/// <summary>What sign-ins have in common: section <c>Identity:SignIn</c>.</summary>
public sealed record SignInSettings
{
    /// <summary>
    /// The addresses to which a browser may be sent back after a sign-in, letter by letter: no pattern, no beginning. Whoever could choose another
    /// would have people's sign-ins sent to himself.
    /// </summary>
    public IReadOnlyList<string> ReturnAddresses { get; init; } = [];

    /// <summary>How long somebody may take at the source. Default 10 minutes.</summary>
    public TimeSpan StateLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the caller may take to fetch what came of it. Default 2 minutes.</summary>
    public TimeSpan ResultLifetime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long it counts who somebody was found to be: filings, hand-overs and prefills until then. Default 8 hours, a working day.</summary>
    public TimeSpan VerificationLifetime { get; init; } = TimeSpan.FromHours(8);

    /// <summary>What is wrong with them, each naming its field; empty when nothing is.</summary>
    /// <param name="isDevelopment">Whether plain http is taken.</param>
    public IEnumerable<string> Validate(bool isDevelopment)
    {
        foreach (var (index, address) in ReturnAddresses.Index())
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.Query.Length + uri.Fragment.Length + uri.UserInfo.Length > 0)
            {
                yield return $"ReturnAddresses:{index} is an absolute address without query, fragment and account.";
            }
            else if (!isDevelopment && uri.Scheme != Uri.UriSchemeHttps)
            {
                yield return $"ReturnAddresses:{index} must be https outside Development.";
            }
        }

        if (StateLifetime < TimeSpan.FromMinutes(1) || StateLifetime > TimeSpan.FromHours(1)) yield return "StateLifetime is 1 minute to 1 hour.";
        if (ResultLifetime < TimeSpan.FromSeconds(10) || ResultLifetime > TimeSpan.FromMinutes(10)) yield return "ResultLifetime is 10 seconds to 10 minutes.";
        if (VerificationLifetime < TimeSpan.FromMinutes(1) || VerificationLifetime > TimeSpan.FromHours(24)) yield return "VerificationLifetime is 1 minute to 24 hours.";
    }
}
