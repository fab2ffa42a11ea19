using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Accounts.Scopes;

/// <summary>A digest that is asked.</summary>
internal sealed class Peer(AgencyDigest digest) : IDigestPeer
{
    public int Questions { get; private set; }

    public Task<IReadOnlyList<IReadOnlyList<string>>> NodesAsync(IReadOnlyList<string> places, CancellationToken cancellationToken)
    {
        Questions++;
        return Task.FromResult<IReadOnlyList<IReadOnlyList<string>>>([.. places.Select(digest.Nodes)]);
    }

    public Task<IReadOnlyDictionary<AccountId, string>> OfficersAsync(IReadOnlyList<string> places, CancellationToken cancellationToken)
    {
        Questions++;
        return Task.FromResult<IReadOnlyDictionary<AccountId, string>>(places.SelectMany(digest.Officers).ToDictionary());
    }
}

/// <summary>
/// Two sides that tell each other what they say over a line that loses, repeats and reorders, with wall clocks an hour apart. Beside them it
/// keeps what really happened - who knew of which word when a word was said - which neither side has.
/// </summary>
internal sealed class TwoSides
{
    private readonly ScopeReplica[] _sides = [new(new ScopeLife(ScopeSide.Coordination, 1)), new(new ScopeLife(ScopeSide.OneStop, 1))];
    private readonly List<ScopeChange>[] _line = [[], []];
    private readonly List<ScopeChange>[] _told = [[], []];
    private readonly HashSet<int>[] _known = [[], []];
    private readonly List<Word> _words = [];
    private readonly Dictionary<ScopeChange, HashSet<int>> _carried = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, Backup> _backups = [];
    private DateTimeOffset _now = Sample.Start;

    /// <summary>A word, and those that its speaker knew.</summary>
    private sealed record Word(ScopeLife Life, ScopeKey Key, bool Granted, LogicalTime At, HashSet<int> Known);

    private sealed record Backup(List<ScopeChange> Kept, HashSet<int> Known);

    public static IReadOnlyList<ScopeKey> Keys { get; } =
        [.. from officer in Enumerable.Range(1, 2) from procedure in Enumerable.Range(1, 2) select new ScopeKey(Officer(officer), ProcedureCode.Parse($"1.00000{procedure}"))];

    public ScopeReplica Coordination => _sides[0];

    public ScopeReplica OneStop => _sides[1];

    public static AccountId Officer(int number) => AccountId.Of(new DateOnly(2026, 3, 2), (ulong)number);

    public void Pass(int milliseconds) => _now += TimeSpan.FromMilliseconds(milliseconds);

    public void Say(int side, int key, bool granted)
    {
        var known = new HashSet<int>(_known[side]);
        var change = _sides[side].Say(Keys[key], granted, $"officer{side}", Wall(side));
        _known[side].Add(_words.Count);
        _words.Add(new Word(_sides[side].Life, Keys[key], granted, _sides[side].Clock, known));
        Send(side, change);
    }

    /// <summary>The other side of <paramref name="side"/> gets one of the messages under way, or of those that it had already.</summary>
    public void Deliver(int side, int choice, bool again)
    {
        var from = again ? _told[side] : _line[side];
        if (from.Count == 0) return;
        var index = choice % from.Count;
        var change = from[index];
        if (!again) from.RemoveAt(index);
        Hear(1 - side, change);
    }

    public void Lose(int side, int choice)
    {
        if (_line[side].Count > 0) _line[side].RemoveAt(choice % _line[side].Count);
    }

    /// <summary>The two compare and repair what differs; then each may let go of withdrawals that both hold.</summary>
    public int Compare(bool firstExpires = true, bool secondExpires = true)
    {
        var different = DigestComparison.DifferencesAsync(Digest(0), Digest(1).Root, new Peer(Digest(1)), CancellationToken.None).GetAwaiter().GetResult();
        foreach (var officer in different)
        {
            // Each tells the other all that it holds of the officer, at this moment.
            Exchange(0, officer);
            Exchange(1, officer);
        }

        Digest(0).Root.ShouldBe(Digest(1).Root, "a comparison ends with equal digests");
        foreach (var change in ChangesOf(_sides[0]).Where(change => _sides[1].RegisterOf(change.Key).Equals(change.Register)).ToList())
        {
            if (firstExpires) _sides[0].Expire(change).ShouldBeTrue();
            if (secondExpires) _sides[1].Expire(change).ShouldBeTrue();
        }

        return different.Count;
    }

    public void BackUp(int side) => _backups[side] = new Backup([.. ChangesOf(_sides[side])], [.. _known[side]]);

    /// <summary>A side is rolled back to its backup; its wall clock goes on. Whoever restores begins a new life.</summary>
    public void Restore(int side)
    {
        if (!_backups.TryGetValue(side, out var backup)) return;
        var life = _sides[side].Life;
        _sides[side] = ScopeReplica.Of(life with { Number = life.Number + 1 }, backup.Kept);
        _known[side].Clear();
        _known[side].UnionWith(backup.Known);
    }

    /// <summary>Everything under way arrives, until nobody says anything more.</summary>
    public void Quiet()
    {
        while (_line[0].Count + _line[1].Count > 0)
        {
            Deliver(0, choice: 0, again: false);
            Deliver(1, choice: 0, again: false);
        }
    }

    public void ShouldBeIdentical()
    {
        var (ours, theirs) = (GrantsOf(0), GrantsOf(1));
        theirs.ShouldBe(ours);
        Digest(1).Root.ShouldBe(Digest(0).Root);
    }

    /// <summary>
    /// No grant that holds is older than a withdrawal, or was said without knowing of one; and what holds was said. A withdrawal that a rolled-back
    /// copy forgot and of which no message ever arrived is known to nobody, and binds nobody.
    /// </summary>
    public void ShouldHoldNoGrantAgainstAWithdrawal()
    {
        foreach (var (key, grant) in Coordination.Grants.Concat(OneStop.Grants))
        {
            var index = _words.FindIndex(word => word.Key == key && word.Granted && word.Life == grant.Life && word.At == grant.At);
            index.ShouldBeGreaterThanOrEqualTo(0, $"nobody granted {key} at {grant.At}");
            for (var other = 0; other < _words.Count; other++)
            {
                if (_words[other].Key == key && !_words[other].Granted && IsKnown(other))
                    _words[index].Known.Contains(other).ShouldBeTrue($"the grant of {key} at {grant.At} stands against the withdrawal at {_words[other].At}");
            }
        }
    }

    /// <summary>A grant that knew of every other word on its scope when it was said holds, unless it was forgotten itself.</summary>
    public void ShouldHoldEveryGrantThatKnewAll()
    {
        foreach (var key in Keys)
        {
            var words = _words.Index().Where(word => word.Item.Key == key && IsKnown(word.Index)).ToList();
            if (words.Count == 0) continue;
            var (last, word) = words[^1];
            if (word.Granted && words.TrueForAll(other => other.Index == last || word.Known.Contains(other.Index))) Coordination.IsGranted(key).ShouldBeTrue($"{key} was granted with all known");
        }
    }

    private bool IsKnown(int word) => _known[0].Contains(word) || _known[1].Contains(word);

    private static IEnumerable<ScopeChange> ChangesOf(ScopeReplica replica) => replica.Registers.Select(pair => new ScopeChange(pair.Key.Account, pair.Key.Procedure, pair.Value));

    // The one-stop system's clock is an hour slow.
    private DateTimeOffset Wall(int side) => side == 0 ? _now : _now.AddHours(-1);

    private void Send(int side, ScopeChange change)
    {
        _carried[change] = [.. _known[side]];
        _line[side].Add(change);
        _told[side].Add(change);
    }

    private void Hear(int side, ScopeChange change)
    {
        Learn(side, change);
        if (_sides[side].Hear(Carried(change)) is { } answer) Send(side, answer);
    }

    private void Exchange(int side, AccountId officer)
    {
        foreach (var change in ChangesOf(_sides[side]).Where(change => change.Account == officer).ToList())
        {
            _carried[change] = [.. _known[side]];
            Learn(1 - side, change);
            _sides[1 - side].Hear(Carried(change));
        }
    }

    // Of one scope's words a change carries those of that scope alone.
    private void Learn(int side, ScopeChange change) => _known[side].UnionWith(_carried[change].Where(word => _words[word].Key == change.Key));

    private static ScopeChange Carried(ScopeChange change) => System.Text.Json.JsonSerializer.Deserialize(
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(change, ScopeJson.Default.ScopeChange), ScopeJson.Default.ScopeChange)!;

    private AgencyDigest Digest(int side) => new(_sides[side].Grants.GroupBy(grant => grant.Key.Account).Select(officer => KeyValuePair.Create(
        officer.Key,
        OfficerDigest.Of(officer.Key, AccountState.Active, Acc.Receiving, officer.Select(grant => (grant.Key.Procedure, grant.Value.Life, grant.Value.At))))));

    private List<(ScopeKey, LogicalTime, string)> GrantsOf(int side) =>
        [.. _sides[side].Grants.Select(grant => (grant.Key, grant.Value.At, grant.Value.By)).OrderBy(grant => grant.Key.Account.Value).ThenBy(grant => grant.Key.Procedure.Value)];
}
