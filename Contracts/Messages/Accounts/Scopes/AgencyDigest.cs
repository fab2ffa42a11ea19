namespace DichVuCong.Contracts.Accounts.Scopes;

/// <summary>
/// One side's officers of an agency as a Merkle tree of three levels and sixteen branches: 4096 buckets, in which an officer lies by the first
/// digits of the hash of the account. Two equal sides ask once; each difference costs three questions at most.
/// </summary>
public sealed class AgencyDigest
{
    internal const string Branches = "0123456789abcdef";
    /// <summary>How many digits the place of a bucket has.</summary>
    public const int Levels = 3;

    /// <summary>How many nodes are under a place.</summary>
    public const int Width = 16;

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

    /// <summary>The hashes of the sixteen nodes under a place of the tree; empty texts where it has no officer.</summary>
    public IReadOnlyList<string> Nodes(string place) => [.. Branches.Select(branch => NodeAt(place + branch))];

    /// <summary>The officers of a bucket, with their hashes.</summary>
    public IReadOnlyDictionary<AccountId, string> Officers(string place) => _buckets.TryGetValue(place, out var bucket)
        ? bucket.ToDictionary(officer => AccountId.Parse(officer.Key), officer => officer.Value)
        : new Dictionary<AccountId, string>();

    private string NodeAt(string place) => _nodes.GetValueOrDefault(place, "");
}
