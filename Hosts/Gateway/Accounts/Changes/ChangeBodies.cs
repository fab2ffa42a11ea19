using System.Text.Json.Serialization;
using DichVuCong.Contracts.Accounts;

namespace DichVuCong.Gateway.Accounts.Changes;

/// <summary>What <c>POST /v1/accounts</c> carries. Personal data: no part of it shows in a text.</summary>
internal sealed record CreateAccountBody
{
    /// <summary>officer (the default), agencyAdministrator or systemAdministrator.</summary>
    public string? Kind { get; init; }

    /// <summary>Họ và tên.</summary>
    public string? FullName { get; init; }

    /// <summary>Số căn cước, 12 chữ số.</summary>
    public string? PersonalId { get; init; }

    /// <summary>Mã định danh đơn vị công tác.</summary>
    public string? Unit { get; init; }

    /// <summary>Chức vụ.</summary>
    public string? Position { get; init; }

    /// <summary>Số điện thoại di động.</summary>
    public string? Phone { get; init; }

    /// <summary>Thư điện tử công vụ.</summary>
    public string? Email { get; init; }

    /// <summary>Groups of A12.1: TIEP_NHAN, XU_LY, GIAM_SAT, TRA_KET_QUA, VAN_THU, THU_PHI, LANH_DAO, QUAN_TRI.</summary>
    public IReadOnlyList<string?>? Groups { get; init; }

    /// <summary>The account of the person who creates it.</summary>
    public string? By { get; init; }

    /// <summary>Why, without personal data.</summary>
    public string? Reason { get; init; }

    /// <summary>The fields of the account itself.</summary>
    public NewAccountForm Form() => new()
    {
        Kind = Kind,
        FullName = FullName,
        PersonalId = PersonalId,
        Unit = Unit,
        Position = Position,
        Phone = Phone,
        Email = Email,
        Groups = Groups,
    };

    /// <inheritdoc/>
    public override string ToString() => nameof(CreateAccountBody);
}

/// <summary>What <c>PUT /v1/accounts/{id}/groups</c> carries; no group ends the post in the agency.</summary>
internal sealed record GroupsBody
{
    /// <summary>The agency; one in which the person has no post yet makes a concurrent post.</summary>
    public string? Agency { get; init; }

    /// <summary>The groups there from now on.</summary>
    public IReadOnlyList<string?>? Groups { get; init; }

    /// <summary>The account of the person who sets them.</summary>
    public string? By { get; init; }

    /// <summary>Why, without personal data.</summary>
    public string? Reason { get; init; }
}

/// <summary>What <c>POST /v1/accounts/{id}/move</c> carries: all rights in the agency left end at once.</summary>
internal sealed record MoveBody
{
    /// <summary>The agency left.</summary>
    public string? From { get; init; }

    /// <summary>The agency joined.</summary>
    public string? To { get; init; }

    /// <summary>The groups there.</summary>
    public IReadOnlyList<string?>? Groups { get; init; }

    /// <summary>The account of the person who moves it.</summary>
    public string? By { get; init; }

    /// <summary>Why, without personal data.</summary>
    public string? Reason { get; init; }
}

/// <summary>What <c>POST /v1/accounts/{id}/lock</c> and <c>/withdraw</c> carry.</summary>
internal sealed record EndBody
{
    /// <summary>Why, by A11.1: transfer, leaving, authority, violation, inactivity, intrusion or request.</summary>
    public string? Cause { get; init; }

    /// <summary>The account of the person who does it.</summary>
    public string? By { get; init; }

    /// <summary>More about it, without personal data.</summary>
    public string? Reason { get; init; }
}

/// <summary>What <c>POST /v1/accounts/{id}/unlock</c> and <c>/suspend</c> carry.</summary>
internal sealed record ReasonBody
{
    /// <summary>The account of the person who does it.</summary>
    public string? By { get; init; }

    /// <summary>Why, without personal data.</summary>
    public string? Reason { get; init; }
}

/// <summary>What <c>POST /v1/accounts/{id}/hand-over</c>, <c>/commitment</c> and <c>/suspension-report</c> carry: a document.</summary>
internal sealed record DocumentBody
{
    /// <summary>Its number and sign.</summary>
    public string? Number { get; init; }

    /// <summary>Its date, yyyy-MM-dd.</summary>
    public string? Date { get; init; }

    /// <summary>The key under which its file is kept.</summary>
    public string? File { get; init; }

    /// <summary>The account of the person who recorded it.</summary>
    public string? By { get; init; }
}

/// <summary>What <c>PUT /v1/accounts/{id}/profile</c> carries: a field that is missing stays. The personal number never changes. Personal data.</summary>
internal sealed record ProfileBody
{
    /// <summary>Họ và tên.</summary>
    public string? FullName { get; init; }

    /// <summary>Chức vụ.</summary>
    public string? Position { get; init; }

    /// <summary>Số điện thoại di động.</summary>
    public string? Phone { get; init; }

    /// <summary>Thư điện tử công vụ.</summary>
    public string? Email { get; init; }

    /// <summary>The account of the person who changed it.</summary>
    public string? By { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(ProfileBody);
}

/// <summary>What a change is answered with.</summary>
/// <param name="Account">The account.</param>
/// <param name="Change">The caller's own id of the change.</param>
/// <param name="ReceivedAt">Since when it is durable.</param>
internal sealed record ChangeAnswer(string Account, string Change, DateTimeOffset ReceivedAt);

/// <summary>What a new account is answered with.</summary>
/// <param name="Account">Its identity.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Groups">The groups there.</param>
/// <param name="Systems">The one-stop systems that are told of it.</param>
/// <param name="Change">The caller's own id of the change.</param>
/// <param name="ReceivedAt">Since when it is durable.</param>
internal sealed record NewAccountAnswer(string Account, string Agency, GroupSet Groups, IReadOnlyList<string> Systems, string Change, DateTimeOffset ReceivedAt);

/// <summary>How changes are read and answered.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CreateAccountBody))]
[JsonSerializable(typeof(GroupsBody))]
[JsonSerializable(typeof(MoveBody))]
[JsonSerializable(typeof(EndBody))]
[JsonSerializable(typeof(ReasonBody))]
[JsonSerializable(typeof(DocumentBody))]
[JsonSerializable(typeof(ProfileBody))]
[JsonSerializable(typeof(ChangeAnswer))]
[JsonSerializable(typeof(NewAccountAnswer))]
internal sealed partial class ChangeJson : JsonSerializerContext;
