namespace DichVuCong.Contracts.Accounts.Scopes;

/// <summary>The other side of a comparison, as it can be asked: of many places at once.</summary>
public interface IDigestPeer
{
    /// <summary>The hashes of the sixteen nodes under each place of the tree; empty texts where it has no officer.</summary>
    Task<IReadOnlyList<IReadOnlyList<string>>> NodesAsync(IReadOnlyList<string> places, CancellationToken cancellationToken);

    /// <summary>The officers of buckets, with their hashes.</summary>
    Task<IReadOnlyDictionary<AccountId, string>> OfficersAsync(IReadOnlyList<string> places, CancellationToken cancellationToken);
}

/// <summary>Finds who differs: down the tree, along the nodes that are not the same, a level at a time.</summary>
public static class DigestComparison
{
    /// <summary>The most places that one question names: 256 buckets of 50,000 officers hold some 3,000.</summary>
    public const int MostPlaces = 256;

    /// <summary>Exactly the officers that the two sides hold differently, or that one of them does not have.</summary>
    /// <param name="ours">This side's tree.</param>
    /// <param name="otherRoot">The other side's root.</param>
    /// <param name="other">The other side.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<AccountId>> DifferencesAsync(AgencyDigest ours, string otherRoot, IDigestPeer other, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ours);
        ArgumentNullException.ThrowIfNull(other);
        if (otherRoot == ours.Root) return [];
        IReadOnlyList<string> places = [""];
        for (var level = 0; level < AgencyDigest.Levels; level++) places = await BelowAsync(ours, places, other, cancellationToken);
        var found = new List<AccountId>();
        foreach (var some in places.Chunk(MostPlaces))
        {
            var theirs = await other.OfficersAsync(some, cancellationToken);
            var mine = some.SelectMany(place => ours.Officers(place)).ToDictionary();
            found.AddRange(mine.Keys.Union(theirs.Keys).Where(account => mine.GetValueOrDefault(account) != theirs.GetValueOrDefault(account)));
        }

        return [.. found.OrderBy(account => account.Value, StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<string>> BelowAsync(AgencyDigest ours, IReadOnlyList<string> places, IDigestPeer other, CancellationToken cancellationToken)
    {
        var below = new List<string>();
        foreach (var some in places.Chunk(MostPlaces))
        {
            var told = await other.NodesAsync(some, cancellationToken);
            foreach (var (place, theirs) in some.Zip(told))
            {
                var mine = ours.Nodes(place);
                below.AddRange(AgencyDigest.Branches.Where((_, branch) => mine[branch] != theirs[branch]).Select(branch => place + branch));
            }
        }

        return below;
    }
}
