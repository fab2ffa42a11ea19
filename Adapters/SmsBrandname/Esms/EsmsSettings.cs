using DichVuCong.Messaging;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>How eSMS.vn is reached (<c>external-parties.md</c> C4).</summary>
public sealed class EsmsSettings : SmsProviderSettings
{
    /// <summary>The address of SendMultipleMessage_V4_post_json. Required.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>ApiKey. Required; a secret.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>SecretKey. Required; a secret.</summary>
    public string SecretKey { get; init; } = "";

    /// <summary>SmsType: 2 customer care, 1 advertising, 8 a fixed number. Default 2.</summary>
    public string SmsType { get; init; } = "2";

    /// <summary>
    /// Where delivery reports go: the Gateway's <c>/callbacks/esms/</c> and the secret of <c>Sms:Esms:CallbackSecret</c>. Null: no reports, and
    /// what was accepted stays accepted.
    /// </summary>
    public Uri? CallbackUrl { get; init; }

    /// <summary>Whether messages are only checked, and sent to nobody. Default false.</summary>
    public bool Sandbox { get; init; }

    /// <summary>
    /// How long the provider recognises a RequestId. Null, the default: no source says that it does. A report may still come, and ends the
    /// notice's state.
    /// </summary>
    public TimeSpan? DuplicateWindow { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<string> Own()
    {
        foreach (var error in AddressErrors("Endpoint", Endpoint)) yield return error;
        foreach (var error in CallbackUrl is null ? [] : AddressErrors("CallbackUrl", CallbackUrl)) yield return error;
        if (IsBlank(ApiKey)) yield return "ApiKey is required.";
        if (IsBlank(SecretKey)) yield return "SecretKey is required.";
        if (IsBlank(SmsType)) yield return "SmsType must not be empty.";
        if (DuplicateWindow <= TimeSpan.Zero) yield return "DuplicateWindow must be longer than zero.";
    }

    internal Repeatability Repeatability => DuplicateWindow is { } window
        ? new Repeatability(RepeatabilityClass.Deduplicates, window, WhenUnknown)
        : Repeatability.Neither(WhenUnknown);
}
