using DichVuCong.Sandbox.Agencies.Dossiers;
using DichVuCong.Sandbox.Agencies.Files;
using DichVuCong.Sandbox.Agencies.Sending;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.Banks;
using DichVuCong.Sandbox.Banks.Callbacks;
using DichVuCong.Sandbox.Control;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Portal;
using DichVuCong.Sandbox.Post;

namespace DichVuCong.Sandbox.Ledger;

/// <summary>
/// The ledger over HTTP: totals, and page by page what each party has (<c>?after=</c> the last sequence seen, <c>&amp;limit=</c> up to 10,000).
/// </summary>
internal sealed class LedgerEndpoints(
    LedgerTotals totals, DossierBook book, NoticeBook notices, SystemDirectory systems, SendCounts sends, FileCheckCounts checks, FileCounts files,
    BankRestore banks, CallbackCounts callbacks, PostBook post)
{
    private const int LargestPage = 10_000;
    private const int UsualPage = 1_000;

    /// <summary>Adds it.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/systems", () => Results.Json(systems.All.Select(system => new
        {
            system.Code,
            system.Name,
            generation = system.Generation.ToString(),
            client = system.Style.Name,
            login = system.Login,
        })));
        routes.MapGet("/sandbox/ledger", () => Results.Json(totals.Now()));
        routes.MapGet("/sandbox/ledger/dossiers/{code}", Dossier);
        routes.MapGet("/sandbox/ledger/{party}", Page);
        routes.MapDelete("/sandbox/ledger", Clear);
    }

    private IResult Dossier(string code)
    {
        var found = book.All.Where(dossier => dossier.Code == code).Select(LedgerRows.Of).ToList();
        return found.Count == 0 ? ControlProblem.NotFound("No system heard of this dossier.") : Results.Json(new
        {
            dossiers = found,
            notices = notices.All.Where(notice => notice.Dossier == code).OrderBy(notice => notice.Sequence).Select(LedgerRows.Of),
        });
    }

    private IResult Page(string party, long after = 0, int limit = UsualPage)
    {
        if (limit is < 1 or > LargestPage) return ControlProblem.Invalid($"limit must be from 1 to {LargestPage}.");
        var kind = Parties.KindOf(party, code => systems.Find(code) is not null, isBank: static _ => false, isMinistry: static _ => false);
        var system = Parties.SystemOf(party) is { } code ? systems.Find(code) : null;
        return kind switch
        {
            FaultParties.OneStop => Results.Json(book.All.Where(dossier => dossier.Sequence > after && (system is null || dossier.System == system))
                .OrderBy(dossier => dossier.Sequence).Take(limit).Select(LedgerRows.Of)),
            FaultParties.VnPost => Results.Json(post.Orders.OrderBy(order => order.Number, StringComparer.Ordinal).Skip((int)Math.Min(after, int.MaxValue)).Take(limit)),
            FaultParties.Sms => Notices(party == Parties.App ? NoticeChannel.App : NoticeChannel.Sms, after, limit),
            FaultParties.Email => Notices(NoticeChannel.Email, after, limit),
            _ => ControlProblem.NotFound("There is no such party in the ledger: onestop:<code>, onestop:*, sms, email, app, vnpost."),
        };
    }

    private IResult Notices(NoticeChannel channel, long after, int limit) => Results.Json(notices.All
        .Where(notice => notice.Channel == channel && notice.Sequence > after).OrderBy(notice => notice.Sequence).Take(limit).Select(LedgerRows.Of));

    private IResult Clear()
    {
        notices.Clear();
        sends.Clear();
        checks.Clear();
        files.Clear();
        banks.Clear();
        callbacks.Clear();
        post.Clear();
        // Last, since it writes down that everything before it is forgotten: what somebody still does meanwhile must stand before that line.
        book.Clear();
        return Results.NoContent();
    }
}
