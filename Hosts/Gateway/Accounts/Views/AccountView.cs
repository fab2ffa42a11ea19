using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Saga.Accounts;

namespace DichVuCong.Gateway.Accounts.Views;

/// <summary>An account as the two sides see it; who it is, is asked apart.</summary>
/// <param name="Account">Its identity.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="State">Where it stands; access is on in <c>active</c> alone.</param>
/// <param name="Since">Since when.</param>
/// <param name="Version">Counts its changes.</param>
/// <param name="Cause">Why access was taken.</param>
/// <param name="ActiveAt">The last activity.</param>
/// <param name="LockAt">When it will be locked for inactivity, once that was announced.</param>
/// <param name="Posts">The posts, by agency.</param>
/// <param name="Systems">How far the one-stop systems are; missing in lists.</param>
internal sealed record AccountView(
    string Account,
    AccountKind Kind,
    AccountState State,
    DateTimeOffset Since,
    int Version,
    LockCause? Cause,
    DateTimeOffset? ActiveAt,
    DateTimeOffset? LockAt,
    IReadOnlyList<PostView> Posts,
    IReadOnlyList<PushView>? Systems)
{
    /// <summary>What a caller may see of it.</summary>
    /// <param name="row">The account.</param>
    /// <param name="systems">How far the systems are; null to leave it out.</param>
    /// <param name="isShown">Which agencies are the caller's business.</param>
    public static AccountView Of(AccountRow row, IReadOnlyList<SystemPush>? systems, Func<AgencyCode, bool> isShown) => new(
        row.Account.Value, row.Kind, row.State, VietnamTime.Local(row.Since), row.Version, row.Cause, Local(row.ActiveAt), Local(row.LockAt),
        [.. row.Posts.Where(post => isShown(post.Agency)).Select(post => new PostView(post.Agency.Value, post.Groups, RightsOf(post.Groups), post.Systems))],
        systems is null ? null : [.. systems.Select(push => new PushView(push.System, push.Version, push.State, push.Reason, VietnamTime.Local(push.At)))]);

    private static DateTimeOffset? Local(DateTimeOffset? instant) => instant is { } at ? VietnamTime.Local(at) : null;

    private static IReadOnlyList<string> RightsOf(GroupSet groups)
    {
        var rights = GroupRights.Of(groups);
        return [.. Enum.GetValues<AccountRights>().Where(right => right != AccountRights.None && rights.HasFlag(right)).Select(right => right.ToString())];
    }
}

/// <summary>A post.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Rights">What they let the person do.</param>
/// <param name="Systems">The one-stop systems that serve the agency.</param>
internal sealed record PostView(string Agency, GroupSet Groups, IReadOnlyList<string> Rights, IReadOnlyList<string> Systems);

/// <summary>How far a one-stop system is.</summary>
/// <param name="System">The system.</param>
/// <param name="Version">The latest version it was sent.</param>
/// <param name="State">sent, confirmed, or refused with the reason.</param>
/// <param name="Reason">Its words, when it refused.</param>
/// <param name="At">Since when.</param>
internal sealed record PushView(string System, int Version, PushState State, string? Reason, DateTimeOffset At);

/// <summary>The accounts of an agency, a page at a time.</summary>
/// <param name="Accounts">The accounts, by identity.</param>
/// <param name="Next">Where to go on; missing at the end.</param>
internal sealed record AccountList(IReadOnlyList<AccountView> Accounts, string? Next);

/// <summary>Who an account belongs to. Personal data: whoever asks is written down.</summary>
/// <param name="Account">The account.</param>
/// <param name="Revision">The revision of the profile.</param>
/// <param name="FullName">Họ và tên.</param>
/// <param name="PersonalId">Số căn cước.</param>
/// <param name="Unit">Đơn vị công tác.</param>
/// <param name="Position">Chức vụ.</param>
/// <param name="Phone">Số điện thoại.</param>
/// <param name="Email">Thư điện tử công vụ.</param>
internal sealed record ProfileView(string Account, int Revision, string FullName, string PersonalId, string Unit, string Position, string Phone, string Email)
{
    public static ProfileView Of(AccountProfile profile) => new(
        profile.Account.Value, profile.Revision, profile.FullName.Reveal(), profile.PersonalId.Reveal(), profile.Unit.Value, profile.Position, profile.Phone.Reveal(),
        profile.Email.Reveal());

    /// <inheritdoc/>
    public override string ToString() => Account;
}

/// <summary>How accounts are shown.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AccountView))]
[JsonSerializable(typeof(AccountList))]
[JsonSerializable(typeof(ProfileView))]
internal sealed partial class AccountViewJson : JsonSerializerContext
{
    private static AccountViewJson? _readable;

    /// <summary>The same, with readable letters.</summary>
    public static AccountViewJson Readable => _readable ??= new(ReadableJson.Of(Default));
}
