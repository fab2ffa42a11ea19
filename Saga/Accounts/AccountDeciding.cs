using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Accounts;

/// <summary>A decision on an account in the making. What follows from a change - rows, pushes, clocks, events - is told once, at its end.</summary>
internal sealed partial class AccountDeciding(AccountData before, AccountRules rules, Occasion occasion)
{
    private readonly AccountData _before = before;
    private readonly List<Effect> _effects = [];
    private string? _edge;
    private string _by = "";

    /// <summary>The data as it becomes.</summary>
    public AccountData Data { get; set; } = before;

    /// <summary>Whether it has just been started: it has no clock and no row yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>The clock that has just fired; null for none.</summary>
    public string? Fired { get; init; }

    /// <summary>Now, in whole seconds.</summary>
    public DateTimeOffset Now => WholeSeconds.Of(occasion.Now);

    /// <summary>What the account is watched by.</summary>
    public AccountRules Rules => rules;

    /// <summary>The version of the calendars.</summary>
    public ICalendars Calendars => occasion.Calendars;

    private IReadOnlyList<SystemStanding> Standings => Data.Systems;

    /// <summary>Moves the account along an edge.</summary>
    public void MoveTo(AccountState state, LockCause? cause = null)
    {
        _edge = AccountGraph.Table.Take(Data.State, state).Name;
        Data = Data with { State = state, Since = Now, Cause = cause };
        if (state == AccountState.Active) Data = Data with { IdleFrom = Now, LockAt = null };
        else if (AccountGraph.IsFinal(state)) Data = Data with { LockAt = null };
    }

    /// <summary>Whether there is an edge from here.</summary>
    public bool CanMoveTo(AccountState state) => AccountGraph.Table.Find(Data.State, state) is not null;

    /// <summary>Keeps who did it and why.</summary>
    public void Keep<TMessage>(string by, string reason, OfficialDocument? document = null) => Keep(MessageNameAttribute.Of(typeof(TMessage)), by, reason, document);

    /// <summary>Keeps what a rule did.</summary>
    public void Keep(string step, string by, string reason, OfficialDocument? document = null)
    {
        _by = by;
        _steps.Add((step, by, reason, document));
    }

    /// <summary>Tells that something was not done, and why.</summary>
    public void Refuse<TMessage>(string by, AccountObstacle obstacle) =>
        Publish(new AccountNotChanged(Data.Account, MessageNameAttribute.Of(typeof(TMessage)), by, obstacle));

    /// <summary>Publishes an event.</summary>
    public void Publish(object @event) => _effects.Add(new PublishEffect(@event));

    /// <summary>Sends a command.</summary>
    public void Send(object command) => _effects.Add(new SendEffect(command));

    /// <summary>Sets the groups in an agency; none ends the post.</summary>
    public void SetPost(AgencyCode agency, GroupSet groups, IReadOnlyList<string> systems)
    {
        var others = Data.Posts.Where(post => post.Agency != agency);
        var post = new AccountPost(agency, groups, [.. systems.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        // The same again is no change, and makes no version.
        if (Data.PostIn(agency) is { } old && old.Groups == groups && old.Systems.SequenceEqual(post.Systems, StringComparer.Ordinal)) return;
        Data = Data with { Posts = [.. (groups.IsEmpty ? others : others.Append(post)).OrderBy(one => one.Agency.Value, StringComparer.Ordinal)] };
    }

    /// <summary>Who has no post anywhere any more has left (A11.1a).</summary>
    public void LockWhenLeft()
    {
        if (Data.Posts.Count == 0 && CanMoveTo(AccountState.Locked)) MoveTo(AccountState.Locked, LockCause.Leaving);
    }
}
