using DichVuCong.Contracts.Accounts;

namespace DichVuCong.Saga.Accounts.Scopes;

/// <summary>The other side of a comparison, as it can be asked.</summary>
public interface IDigestPeer
{
    /// <summary>The hashes of the sixteen nodes under a place of the tree; empty texts where it has no officer.</summary>
    IReadOnlyList<string> Nodes(string place);

    /// <summary>The officers of a bucket, with their hashes.</summary>
    IReadOnlyDictionary<AccountId, string> Officers(string place);
}

/// <summary>
/// One side's officers of an agency as a Merkle tree of three levels and sixteen branches: 4096 buckets, in which an officer lies by the first
/// digits of the hash of the account. Two equal sides ask once; each difference costs three questions at most.
/// </summary>
public sealed class AgencyDigest : IDigestPeer
{
    private const string Branches = "0123456789abcdef";
    private const int Levels = 3;
    private readonly Dictionary<string, SortedDictionary<string, string>> _buckets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _nodes = new(StringComparer.Ordinal);

    /// <summary>Makes the tree of these officers and their hashes (<see cref="OfficerDigest"/>).</summary>
    public AgencyDigest(IEnumerable<KeyValuePair<AccountId, string>> officers)
    {
        foreach (var (account, hash) in officers)
        {
            var place = PlaceOf(account);
            if (!_buckets.TryGetValue(place, out var bucket)) _buckets.Add(place, bucket = new SortedDictionary<string, string>(StringComparer.Ordinal));
            bucket[account.Value] = hash;
        }

        foreach (var (place, bucket) in _buckets)
            _nodes[place] = OfficerDigest.Hash(string.Concat(bucket.Select(officer => $"{officer.Key} {officer.Value}\n")));
        for (var level = Levels - 1; level >= 0; level--)
        {
            foreach (var place in _buckets.Keys.Select(bucket => bucket[..level]).ToHashSet(StringComparer.Ordinal))
                _nodes[place] = OfficerDigest.Hash(string.Join('\n', Nodes(place)));
        }
    }

    /// <summary>The hash of all officers; an empty text when there is none.</summary>
    public string Root => NodeAt("");

    /// <summary>The bucket of an account.</summary>
    public static string PlaceOf(AccountId account) => OfficerDigest.Hash(account.Value)[..Levels];

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes(string place) => [.. Branches.Select(branch => NodeAt(place + branch))];

    /// <inheritdoc/>
    public IReadOnlyDictionary<AccountId, string> Officers(string place) => _buckets.TryGetValue(place, out var bucket)
        ? bucket.ToDictionary(officer => AccountId.Parse(officer.Key), officer => officer.Value)
        : new Dictionary<AccountId, string>();

    /// <summary>Exactly the officers that the two sides hold differently, or that one of them does not have.</summary>
    public IReadOnlyList<AccountId> Differences(string otherRoot, IDigestPeer other)
    {
        var found = new List<AccountId>();
        if (otherRoot != Root) Descend("", other, found);
        return [.. found.OrderBy(account => account.Value, StringComparer.Ordinal)];
    }

    private void Descend(string place, IDigestPeer other, List<AccountId> found)
    {
        if (place.Length == Levels)
        {
            var (ours, theirs) = (Officers(place), other.Officers(place));
            found.AddRange(ours.Keys.Union(theirs.Keys).Where(account => ours.GetValueOrDefault(account) != theirs.GetValueOrDefault(account)));
            return;
        }

        var (mine, told) = (Nodes(place), other.Nodes(place));
        for (var branch = 0; branch < Branches.Length; branch++)
        {
            if (mine[branch] != told[branch]) Descend(place + Branches[branch], other, found);
        }
    }

    private string NodeAt(string place) => _nodes.GetValueOrDefault(place, "");
}
