namespace DichVuCong.Adapters.Banks.Configuration;

/// <summary>Rules that settings of several partners share.</summary>
internal static class SettingRules
{
    /// <summary>An account or code that must be there, and must not be development's elsewhere.</summary>
    public static IEnumerable<string> Account(string name, string value, bool isDevelopment)
    {
        if (string.IsNullOrWhiteSpace(value)) yield return $"{name} is required.";
        if (!isDevelopment && DevelopmentDefaults.IsAccount(value)) yield return DevelopmentDefaults.Refusal(name);
    }

    /// <summary>An address: absolute, without an account in it, and outside Development by TLS.</summary>
    public static IEnumerable<string> Address(string name, Uri? value, bool isDevelopment)
    {
        if (value is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            yield return $"{name} must be an absolute http or https address.";
            yield break;
        }

        if (value.UserInfo.Length > 0) yield return $"{name} must not carry an account.";
        if (!isDevelopment && value.Scheme != Uri.UriSchemeHttps) yield return $"{name} must be https outside Development.";
    }

    /// <summary>A length of time that must be longer than nothing.</summary>
    public static IEnumerable<string> Positive(string name, TimeSpan value)
    {
        if (value <= TimeSpan.Zero) yield return $"{name} must be longer than nothing.";
    }
}
