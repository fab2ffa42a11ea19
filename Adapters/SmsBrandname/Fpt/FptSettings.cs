using DichVuCong.Messaging;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>How FPT's brandname interface is reached (<c>external-parties.md</c> C3).</summary>
public sealed class FptSettings : SmsProviderSettings
{
    /// <summary>The base address; <c>oauth2/token</c> and <c>api/push-brandname-otp</c> are below it. Required.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The client. Required; a secret.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>The client's secret. Required; a secret.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>The scopes, separated by blanks. Default <c>send_brandname_otp send_brandname</c>.</summary>
    public string Scope { get; init; } = "send_brandname_otp send_brandname";

    /// <summary>Where messages go. Default <c>api/push-brandname-otp</c>.</summary>
    public string SendPath { get; init; } = "api/push-brandname-otp";

    /// <summary>How long a token is used when its answer does not say how long it lives. Default 3,500 seconds.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromSeconds(3500);

    /// <summary>How long the provider answers a repeated text as a duplicate. Default 5 minutes, as documented.</summary>
    public TimeSpan DuplicateWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override IEnumerable<string> Own()
    {
        foreach (var error in AddressErrors("Endpoint", Endpoint)) yield return error;
        if (IsBlank(ClientId)) yield return "ClientId is required.";
        if (IsBlank(ClientSecret)) yield return "ClientSecret is required.";
        if (IsBlank(Scope)) yield return "Scope must not be empty.";
        if (!Uri.TryCreate(SendPath, UriKind.Relative, out _) || IsBlank(SendPath)) yield return "SendPath must be a relative address.";
        if (TokenLifetime <= TimeSpan.Zero) yield return "TokenLifetime must be longer than zero.";
        if (DuplicateWindow <= TimeSpan.Zero) yield return "DuplicateWindow must be longer than zero.";
    }

    internal Repeatability Repeatability => new(RepeatabilityClass.Deduplicates, DuplicateWindow, WhenUnknown);

    internal Uri Address(string path) => new(new Uri(Endpoint!.ToString().TrimEnd('/') + "/"), path);
}
