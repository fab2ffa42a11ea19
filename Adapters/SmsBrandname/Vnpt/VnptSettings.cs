using DichVuCong.Messaging;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>How VNPT's brandname interface is reached (<c>external-parties.md</c> C2). Names are the provider's.</summary>
public sealed class VnptSettings : SmsProviderSettings
{
    /// <summary>The address of the interface. Required.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>LABELID: the brandname's number. Required.</summary>
    public string LabelId { get; init; } = "";

    /// <summary>CONTRACTTYPEID: 1 customer care, 2 advertising. Default 1.</summary>
    public string ContractTypeId { get; init; } = "1";

    /// <summary>CONTRACTID. Required.</summary>
    public string ContractId { get; init; } = "";

    /// <summary>AGENTID. Required.</summary>
    public string AgentId { get; init; } = "";

    /// <summary>APIUSER. Required; a secret.</summary>
    public string ApiUser { get; init; } = "";

    /// <summary>APIPASS. Required; a secret.</summary>
    public string ApiPass { get; init; } = "";

    /// <summary>USERNAME. Required.</summary>
    public string UserName { get; init; } = "";

    /// <summary>
    /// How long the provider recognises a REQID. Null, the default: no source says that it does, so an unknown outcome can neither be repeated
    /// nor asked about.
    /// </summary>
    public TimeSpan? DuplicateWindow { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<string> Own()
    {
        foreach (var error in AddressErrors("Endpoint", Endpoint)) yield return error;
        if (IsBlank(LabelId)) yield return "LabelId is required.";
        if (IsBlank(ContractTypeId)) yield return "ContractTypeId must not be empty.";
        if (IsBlank(ContractId)) yield return "ContractId is required.";
        if (IsBlank(AgentId)) yield return "AgentId is required.";
        if (IsBlank(ApiUser)) yield return "ApiUser is required.";
        if (IsBlank(ApiPass)) yield return "ApiPass is required.";
        if (IsBlank(UserName)) yield return "UserName is required.";
        if (Templates.Count == 0) yield return "Templates are required: the interface takes the parameters of registered templates, and no text.";
        if (DuplicateWindow <= TimeSpan.Zero) yield return "DuplicateWindow must be longer than zero.";
    }

    internal Repeatability Repeatability => DuplicateWindow is { } window
        ? new Repeatability(RepeatabilityClass.Deduplicates, window, WhenUnknown)
        : Repeatability.Neither(WhenUnknown);
}
