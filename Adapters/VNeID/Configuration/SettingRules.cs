namespace DichVuCong.Adapters.VNeID.Configuration;

/// <summary>Rules that the settings of both sources share. No message shows a value.</summary>
internal static class SettingRules
{
    /// <summary>A text that must be there, and must not be development's elsewhere.</summary>
    public static IEnumerable<string> Text(string name, string value, bool isDevelopment)
    {
        if (string.IsNullOrWhiteSpace(value)) yield return $"{name} is required.";
        else if (!isDevelopment && DevelopmentDefaults.Has(value)) yield return DevelopmentDefaults.Refusal(name);
    }

    /// <summary>An address: absolute, without an account, query or fragment of its own, and outside Development by TLS.</summary>
    public static IEnumerable<string> Address(string name, Uri? value, bool isDevelopment)
    {
        if (value is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            yield return $"{name} must be an absolute http or https address.";
            yield break;
        }

        if (value.UserInfo.Length > 0) yield return $"{name} must not carry an account.";
        if (value.Query.Length > 0 || value.Fragment.Length > 0) yield return $"{name} must have no query and no fragment.";
        if (!isDevelopment && value.Scheme != Uri.UriSchemeHttps) yield return $"{name} must be https outside Development.";
    }

    /// <summary>A time-out.</summary>
    public static IEnumerable<string> TimeOut(string name, TimeSpan value)
    {
        if (value <= TimeSpan.Zero || value > TimeSpan.FromMinutes(1)) yield return $"{name} must be longer than nothing and at most a minute.";
    }
}
