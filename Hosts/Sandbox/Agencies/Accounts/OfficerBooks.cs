using System.Collections.Concurrent;
using DichVuCong.Sandbox.Agencies.Systems;

namespace DichVuCong.Sandbox.Agencies.Accounts;

/// <summary>The officers of all systems.</summary>
internal sealed class OfficerBooks(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, OfficerBook> _books = new(StringComparer.Ordinal);

    /// <summary>The books that were opened.</summary>
    public IEnumerable<KeyValuePair<string, OfficerBook>> All => _books;

    /// <summary>The book of a system.</summary>
    public OfficerBook Of(AgencySystem system) => _books.GetOrAdd(system.Code, _ => new OfficerBook(time));
}
