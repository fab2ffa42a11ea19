namespace DichVuCong.Contracts.Accounts.Scopes;

/// <summary>The other side of a comparison, as it can be asked.</summary>
public interface IDigestPeer
{
    /// <summary>The hashes of the sixteen nodes under a place of the tree; empty texts where it has no officer.</summary>
    Task<IReadOnlyList<string>> NodesAsync(string place, CancellationToken cancellationToken);

    /// <summary>The officers of a bucket, with their hashes.</summary>
    Task<IReadOnlyDictionary<AccountId, string>> OfficersAsync(string place, CancellationToken cancellationToken);
}

/// <summary>Finds who differs: down the tree, along the nodes that are not the same.</summary>
public static class DigestComparison
{
    /// <summary>Exactly the officers that the two sides hold differently, or that one of them does not have.</summary>
    /// <param name="ours">This side's tree.</param>
    /// <param name="otherRoot">The other side's root.</param>
    /// <param name="other">The other side.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<AccountId>> DifferencesAsync(AgencyDigest ours, string otherRoot, IDigestPeer other, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ours);
        ArgumentNullException.ThrowIfNull(other);
        var found = new List<AccountId>();
        if (otherRoot != ours.Root) await DescendAsync(ours, "", other, found, cancellationToken);
        return [.. found.OrderBy(account => account.Value, StringComparer.Ordinal)];
    }

    private static async Task DescendAsync(AgencyDigest digest, string place, IDigestPeer other, List<AccountId> found, CancellationToken cancellationToken)
    {
        if (place.Length == AgencyDigest.Levels)
        {
            var (ours, theirs) = (digest.Officers(place), await other.OfficersAsync(place, cancellationToken));
            found.AddRange(ours.Keys.Union(theirs.Keys).Where(account => ours.GetValueOrDefault(account) != theirs.GetValueOrDefault(account)));
            return;
        }

        var (mine, told) = (digest.Nodes(place), await other.NodesAsync(place, cancellationToken));
        for (var branch = 0; branch < AgencyDigest.Branches.Length; branch++)
        {
            if (mine[branch] != told[branch]) await DescendAsync(digest, place + AgencyDigest.Branches[branch], other, found, cancellationToken);
        }
    }
}
