using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Payments;

/// <summary>What was said in an inquiry.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<InquiryStep>))]
public enum InquiryStep : byte
{
    /// <summary>The bank answered.</summary>
    BankAnswered = 1,

    /// <summary>The agency answered.</summary>
    AgencyAnswered = 2,

    /// <summary>One person proposed to close it.</summary>
    ClosingProposed = 3,

    /// <summary>Another person agreed.</summary>
    ClosingAgreed = 4,

    /// <summary>Another person sent it back.</summary>
    ClosingDeclined = 5,

    /// <summary>A later file matched.</summary>
    Resolved = 6,
}
