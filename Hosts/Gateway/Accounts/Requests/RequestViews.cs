using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Accounts.Desk;

namespace DichVuCong.Gateway.Accounts.Requests;

/// <summary>What a complete request is answered with.</summary>
/// <param name="Request">Its id.</param>
/// <param name="Account">The account; missing where the Department handles the request.</param>
/// <param name="HandledBy">TTDLQG, or KSTTHC for the Department's systems (A10.5).</param>
/// <param name="CompleteAt">Since when its time runs.</param>
internal sealed record RequestAnswer(string Request, string? Account, string HandledBy, DateTimeOffset CompleteAt)
{
    /// <summary>The National Data Center.</summary>
    public const string DataCenter = "TTDLQG";

    /// <summary>The Administrative Procedure Control Department.</summary>
    public const string Department = "KSTTHC";
}

/// <summary>A request as it stands.</summary>
/// <param name="Request">Its id.</param>
/// <param name="Account">The account.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="Agency">The unit.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CompleteAt">Since when its time runs.</param>
/// <param name="Deadline">By when it should be done.</param>
/// <param name="IsOverdue">Whether that has passed.</param>
internal sealed record RequestView(
    string Request,
    string Account,
    AccountRequestKind Kind,
    string Agency,
    AccountRequestState State,
    DateTimeOffset CompleteAt,
    DateTimeOffset Deadline,
    bool IsOverdue)
{
    public static RequestView Of(RequestRow row) => new(
        row.Id, row.Account.Value, row.Kind, row.Agency.Value, row.State, VietnamTime.Local(row.CompleteAt), VietnamTime.Local(row.Deadline), row.IsOverdue);
}

/// <summary>How requests are read and answered.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AccountRequestForm))]
[JsonSerializable(typeof(RequestAnswer))]
[JsonSerializable(typeof(RequestView))]
internal sealed partial class RequestJson : JsonSerializerContext;
