using System.Diagnostics;
using DichVuCong.Contracts;
using DichVuCong.Registries.Dossiers;
using Npgsql;

namespace DichVuCong.Registries.Operations.Dossiers;

/// <summary>
/// Looks for dossiers, the latest filed first, a page at a time. What an index finds at once is asked for at once; everything else walks back
/// through the time of filing in spans that grow while they cost little, so that no criteria, however rare what meets them, read ten million rows
/// in one go: after <see cref="LongestSearch"/> the page says how far it has come.
/// </summary>
public sealed class DossierSearch(NpgsqlDataSource database)
{
    /// <summary>How long a page looks before it is cut short.</summary>
    public static readonly TimeSpan LongestSearch = TimeSpan.FromMilliseconds(400);

    private static readonly TimeSpan FirstSpan = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestSpan = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Cheap = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Dear = TimeSpan.FromMilliseconds(100);

    /// <summary>The dossiers that meet all criteria, behind the place that they name.</summary>
    public async Task<SearchPage> FindAsync(DossierCriteria criteria, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        var since = criteria.Since is { } first ? VietnamTime.At(first, TimeOnly.MinValue) : (DateTimeOffset?)null;
        var start = Earlier(criteria.After, criteria.Until is { } last ? new SearchPlace(VietnamTime.At(last.AddDays(1), TimeOnly.MinValue), "") : null);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (!criteria.IsPointed) return await WalkAsync(connection, criteria, since, start, cancellationToken);
        var found = await ReadAsync(connection, criteria, since, start, criteria.Limit + 1, cancellationToken);
        return found.Count > criteria.Limit ? Full(found, criteria.Limit) : new SearchPage(found, Next: null, IsCutShort: false);
    }

    private static async Task<SearchPage> WalkAsync(
        NpgsqlConnection connection, DossierCriteria criteria, DateTimeOffset? since, SearchPlace? start, CancellationToken cancellationToken)
    {
        if (await EndsAsync(connection, cancellationToken) is not { } ends) return SearchPage.Empty;
        var floor = since > ends.First ? since.Value : ends.First;
        var place = Earlier(start, new SearchPlace(ends.Last.AddTicks(TimeSpan.TicksPerMicrosecond), ""))!;
        var (found, span, watch) = (new List<DossierRow>(), FirstSpan, Stopwatch.StartNew());
        while (place.FiledAt >= floor)
        {
            var from = place.FiledAt - floor > span ? place.FiledAt - span : floor;
            var began = Stopwatch.GetTimestamp();
            found.AddRange(await ReadAsync(connection, criteria, from, place, criteria.Limit + 1 - found.Count, cancellationToken));
            if (found.Count > criteria.Limit) return Full(found, criteria.Limit);
            // Everything at this instant or later is looked at: what is left was filed before it.
            place = new SearchPlace(from, "");
            if (from <= floor) break;
            if (watch.Elapsed > LongestSearch) return new SearchPage(found, place, IsCutShort: true);
            var took = Stopwatch.GetElapsedTime(began);
            span = took < Cheap ? span * 4 : took > Dear && span > ShortestSpan ? span / 4 : span;
        }

        return new SearchPage(found, Next: null, IsCutShort: false);
    }

    /// <summary>A dossier more than the page holds was found: behind the page's last there is something.</summary>
    private static SearchPage Full(List<DossierRow> found, int limit) =>
        new(found[..limit], new SearchPlace(found[limit - 1].FiledAt, found[limit - 1].Code.Value), IsCutShort: false);

    private static async Task<(DateTimeOffset First, DateTimeOffset Last)?> EndsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select min(filed_at), max(filed_at) from dossier.dossier", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.IsDBNull(0) ? null : (reader.GetFieldValue<DateTimeOffset>(0), reader.GetFieldValue<DateTimeOffset>(1));
    }

    private static async Task<List<DossierRow>> ReadAsync(
        NpgsqlConnection connection, DossierCriteria criteria, DateTimeOffset? from, SearchPlace? before, int limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand { Connection = connection };
        SearchSql.Write(command, criteria, from, before, limit);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<DossierRow>();
        while (await reader.ReadAsync(cancellationToken)) found.Add(DossierRow.Read(reader));
        return found;
    }

    private static SearchPlace? Earlier(SearchPlace? one, SearchPlace? other)
    {
        if (one is null || other is null) return one ?? other;
        return (one.FiledAt, one.Code).CompareTo((other.FiledAt, other.Code)) < 0 ? one : other;
    }
}
