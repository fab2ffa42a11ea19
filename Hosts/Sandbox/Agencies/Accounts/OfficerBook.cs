using DichVuCong.Adapters.OneStop.Accounts;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;

namespace DichVuCong.Sandbox.Agencies.Accounts;

/// <summary>An officer as a system keeps it. Of the profile it keeps nothing: the sandbox needs no personal data.</summary>
internal sealed record KeptOfficer(AccountId Account, int Version, AccountState State, IReadOnlyList<OfficerPost> Posts);

/// <summary>
/// The officers of one simulated system and what they may receive, set here as well as there. It keeps them in memory, and what has to be told to
/// the portal; a backup of it can be put back, as after a disaster.
/// </summary>
internal sealed class OfficerBook(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AccountId, KeptOfficer> _officers = [];
    private readonly Queue<ScopeChange> _toTell = new();
    private ScopeReplica _scopes = new(new ScopeLife(ScopeSide.OneStop, time.GetUtcNow().ToUnixTimeSeconds()));
    private (List<KeptOfficer> Officers, List<ScopeChange> Scopes)? _backup;

    /// <summary>By how much the system's clock is wrong.</summary>
    public TimeSpan ClockError { get; set; }

    /// <summary>The life of its copy.</summary>
    public ScopeLife Life
    {
        get
        {
            lock (_gate) return _scopes.Life;
        }
    }

    /// <summary>How many officers it keeps, and how many grants hold.</summary>
    public (int Officers, int Grants) Counts
    {
        get
        {
            lock (_gate) return (_officers.Count, _scopes.Grants.Count());
        }
    }

    /// <summary>Takes an account as it stands; one that is not newer changes nothing. What it holds then.</summary>
    public OfficerHeld Take(OfficerBody told)
    {
        lock (_gate)
        {
            if (_officers.TryGetValue(told.Account, out var kept) && kept.Version >= told.Version) return new OfficerHeld(told.Account, kept.Version);
            _officers[told.Account] = new KeptOfficer(told.Account, told.Version, told.State, told.Posts);
            return new OfficerHeld(told.Account, told.Version);
        }
    }

    /// <summary>Takes a scope, and says what it holds then.</summary>
    public ScopeChange Take(ScopeChange told)
    {
        lock (_gate)
        {
            _scopes.Hear(told);
            return new ScopeChange(told.Account, told.Procedure, _scopes.RegisterOf(told.Key));
        }
    }

    /// <summary>An administrator of the system grants or withdraws.</summary>
    public ScopeChange Say(ScopeKey key, bool granted, string by)
    {
        lock (_gate)
        {
            var change = _scopes.Say(key, granted, by, time.GetUtcNow() + ClockError);
            _toTell.Enqueue(change);
            return change;
        }
    }

    /// <summary>What has to be told to the portal, at most so many; they are gone from here.</summary>
    public List<ScopeChange> TakeToTell(int most)
    {
        lock (_gate)
        {
            var some = new List<ScopeChange>();
            while (some.Count < most && _toTell.TryDequeue(out var change)) some.Add(change);
            return some;
        }
    }

    /// <summary>The portal could not be told.</summary>
    public void TellLater(IEnumerable<ScopeChange> changes)
    {
        lock (_gate)
        {
            foreach (var change in changes) _toTell.Enqueue(change);
        }
    }

    /// <summary>An officer and the scopes; null when there is none.</summary>
    public HeldOfficer? Find(AccountId account)
    {
        lock (_gate)
        {
            var scopes = _scopes.Registers.Where(pair => pair.Key.Account == account).Select(pair => new ScopeChange(account, pair.Key.Procedure, pair.Value)).ToList();
            return _officers.TryGetValue(account, out var kept) ? new HeldOfficer(account, kept.Version, scopes)
                : scopes.Count > 0 ? new HeldOfficer(account, Version: 0, scopes)
                : null;
        }
    }

    /// <summary>Where an officer stands; null when there is none.</summary>
    public KeptOfficer? Officer(AccountId account)
    {
        lock (_gate) return _officers.GetValueOrDefault(account);
    }

    /// <summary>Somebody changes an officer by hand, past the contract.</summary>
    public bool Spoil(AccountId account, AccountState state)
    {
        lock (_gate)
        {
            if (!_officers.TryGetValue(account, out var kept)) return false;
            _officers[account] = kept with { State = state };
            return true;
        }
    }

    /// <summary>The digest of an agency: whoever exists, withdrawn ones left out, and has a post there.</summary>
    public AgencyDigest DigestOf(AgencyCode agency)
    {
        lock (_gate)
        {
            var grants = _scopes.Grants.ToLookup(grant => grant.Key.Account, grant => (grant.Key.Procedure, grant.Value.Life, grant.Value.At));
            return new AgencyDigest(
                from officer in _officers.Values
                where officer.State is >= AccountState.Created and <= AccountState.Locked
                let post = officer.Posts.FirstOrDefault(post => post.Agency == agency)
                where post is not null && !post.Groups.IsEmpty
                select KeyValuePair.Create(officer.Account, OfficerDigest.Of(officer.Account, officer.State, post.Groups, grants[officer.Account])));
        }
    }

    /// <summary>Takes a backup.</summary>
    public void BackUp()
    {
        lock (_gate) _backup = ([.. _officers.Values], [.. _scopes.Registers.Select(pair => new ScopeChange(pair.Key.Account, pair.Key.Procedure, pair.Value))]);
    }

    /// <summary>Puts the backup back: what came since is forgotten, and a new life begins. False when there is none.</summary>
    public bool Restore()
    {
        lock (_gate)
        {
            if (_backup is not { } backup) return false;
            _officers.Clear();
            foreach (var officer in backup.Officers) _officers[officer.Account] = officer;
            _scopes = ScopeReplica.Of(_scopes.Life with { Number = Math.Max(_scopes.Life.Number + 1, time.GetUtcNow().ToUnixTimeSeconds()) }, backup.Scopes);
            _toTell.Clear();
            return true;
        }
    }
}
