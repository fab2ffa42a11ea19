using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Accounts;

/// <content>The end of a decision: what follows from the difference between the data before and after.</content>
internal sealed partial class AccountDeciding
{
    private readonly List<(string Step, string By, string Reason, OfficialDocument? Document)> _steps = [];

    private (string System, int Version)? _again;

    /// <summary>A system is told once more, whatever changed, in a version beyond the one that it holds.</summary>
    public void TellAgain(string system, int version) => _again = (system, version);

    /// <summary>The finished decision.</summary>
    public Decision<AccountData> Done()
    {
        var changed = SystemsConcerned().Where(system => !SameView(system) || system == _again?.System).ToList();
        var isMoved = IsNew || Data.State != _before.State || Data.Profile != _before.Profile || !ReferenceEquals(Data.Posts, _before.Posts)
            || changed.Contains(_again?.System, StringComparer.Ordinal);
        if (isMoved) Data = Data with { Version = Math.Max(Data.Version, _again?.Version ?? 0) + 1 };
        TellChanges();
        foreach (var system in changed) Push(system);
        SetClocks();
        if (Data.Request is { } request && (IsNew || request != _before.Request)) SendRequestRow(request);
        if (isMoved || Data.ActiveAt != _before.ActiveAt || Data.LockAt != _before.LockAt || Data.Cause != _before.Cause) Send(Row());
        foreach (var (step, by, reason, document) in _steps) Send(new KeepAccountStep(Data.Account, Data.Version, step, by, reason, document, Now));
        var decision = new Decision<AccountData>(Data).With(_effects);
        return _edge is null ? decision : decision.Took(_edge);
    }

    private static bool IsToldOf(AccountData data) => AccountGraph.Exists(data.State) || data.State == AccountState.Withdrawn;

    // What is only asked for, and what was taken away, gives no group.
    private static IReadOnlyList<AccountPost> HeldPosts(AccountData data) => AccountGraph.Exists(data.State) ? data.Posts : [];

    private static List<AccountPost> PostsOf(AccountData data, string system) =>
        IsToldOf(data) ? [.. data.Posts.Where(post => post.Systems.Contains(system, StringComparer.Ordinal))] : [];

    // A system that knows the account hears of its end even where the person has left the agencies that it serves.
    private IEnumerable<string> SystemsConcerned() => IsToldOf(Data)
        ? Data.Posts.SelectMany(post => post.Systems).Concat(Standings.Select(standing => standing.System)).Concat(_again is { System: var again } ? [again] : []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        : [];

    private bool SameView(string system)
    {
        var (posts, old) = (PostsOf(Data, system), PostsOf(_before, system));
        if (IsNew) return posts.Count == 0;
        if (posts.Count == 0 && old.Count == 0) return true;
        return Data.State == _before.State && Data.Profile == _before.Profile
            && posts.Select(post => (post.Agency, post.Groups)).SequenceEqual(old.Select(post => (post.Agency, post.Groups)));
    }

    private void Push(string system)
    {
        // Every system hears the groups of its own agencies alone, and only its own name beside them.
        var posts = PostsOf(Data, system).ConvertAll(post => post with { Systems = [system] });
        Send(new PushAccount(Data.Account, system, Data.Version, Data.Profile, Data.Kind, Data.State, posts));
        Send(new UpdatePushRow(Data.Account, system, Data.Version, PushState.Sent, Reason: null, Now));
        SetStanding(new SystemStanding(system, Data.Version, PushState.Sent));
    }

    /// <summary>Notes how far a system is.</summary>
    public void SetStanding(SystemStanding standing) => Data = Data with
    {
        Systems = [.. Standings.Where(other => other.System != standing.System).Append(standing).OrderBy(one => one.System, StringComparer.Ordinal)],
    };

    private void TellChanges()
    {
        if (IsNew || Data.State != _before.State)
        {
            Publish(new AccountStateChanged(Data.Account, Concerned(), IsNew ? null : _before.State, Data.State, Data.Cause, _by, Data.Version));
        }

        var (posts, old) = (HeldPosts(Data), IsNew ? [] : HeldPosts(_before));
        foreach (var post in posts.Where(post => old.FirstOrDefault(other => other.Agency == post.Agency)?.Groups != post.Groups))
            Publish(new AccountGroupsChanged(Data.Account, post.Agency, post.Groups, _by, Data.Version));
        foreach (var post in old.Where(post => posts.All(other => other.Agency != post.Agency)))
            Publish(new AccountGroupsChanged(Data.Account, post.Agency, GroupSet.None, _by, Data.Version));
    }

    private IReadOnlyList<AgencyCode> Concerned() => Data.Posts.Count > 0 ? Data.Agencies : _before.Agencies;

    private UpdateAccountRow Row() => new(Data.Account, Data.Version, Data.Kind, Data.State, Data.Since, Data.Posts, Data.Cause, Data.ActiveAt, Data.LockAt);

    private void SetClocks()
    {
        foreach (var clock in AccountClocks.All)
        {
            var runs = IsNew || clock == Fired ? null : SettingOf(_before, clock);
            var setting = SettingOf(Data, clock);
            if (setting is null && runs is not null) _effects.Add(new CancelClockEffect(clock));
            else if (setting is not null && setting != runs) _effects.Add(setting);
        }
    }

    private SetClockEffect? SettingOf(AccountData data, string clock)
    {
        if (clock == AccountClocks.Inactivity) return InactivityOf(data) is { } due ? new SetClockEffect(clock, due, Terms: null) : null;
        var terms = clock switch
        {
            AccountClocks.Request when data.Request is { IsOverdue: false } request => RequestTerms(request.CompleteAt),
            AccountClocks.Report when data.ReportFrom is { } from && !data.IsReportOverdue =>
                new ClockTerms(rules.Calendar, rules.ReportLimit.Unit, rules.ReportLimit.Amount, from),
            _ => null,
        };
        return terms is null ? null : new SetClockEffect(clock, occasion.Calendars.Due(terms), terms);
    }

    private DateTimeOffset? InactivityOf(AccountData data)
    {
        if (data.State != AccountState.Active) return null;
        return data.LockAt ?? LockAtOf(data).AddDays(-rules.NoticeDays);
    }

    /// <summary>When an account is locked if nobody uses it any more.</summary>
    public DateTimeOffset LockAtOf(AccountData data) => VietnamTime.Local(occasion.Calendars.Due(
        new ClockTerms(rules.Calendar, rules.InactivityLimit.Unit, rules.InactivityLimit.Amount, data.IdleFrom)));
}
