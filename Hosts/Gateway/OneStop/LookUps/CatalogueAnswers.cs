using System.Collections.Concurrent;
using System.Diagnostics;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Gateway.OneStop.LookUps;

/// <summary>
/// The catalogue services (3). Lists are the same for everybody, and the longest has thousands of rows: they are kept ready as bytes, once for
/// each style of reply, until the catalogue's version changes.
/// </summary>
internal sealed class CatalogueAnswers
{
    private volatile Ready _ready = new(null);

    /// <summary>The reply to a list service.</summary>
    public byte[] List(SystemCall call)
    {
        var ready = _ready;
        var day = VietnamTime.DayOf(call.Now);
        if (ready.Index != call.Index || ready.Day != day) _ready = ready = new Ready(call.Index) { Day = day };
        return ready.Replies.GetOrAdd((call.Service, call.Style), key => Make(key.Service, key.Style, call.Index, day));
    }

    /// <summary>The reply to LayThuTuc; a code that no procedure can have is one that there is no procedure for.</summary>
    public static byte[] Procedure(SystemCall call, string code) => AnswerReplies.Procedure(
        call.Style,
        ProcedureCode.TryParse(code, out var known) && call.Index.FindProcedure(known) is { } procedure ? ProcedureRows.Detail(procedure) : null);

    /// <summary>The reply to LayQDCB.</summary>
    public static byte[] Decision(SystemCall call, string id) => AnswerReplies.Decision(call.Style, CatalogueRows.Decision(call.Index, id));

    private static byte[] Make(string service, ReplyStyle style, CatalogueIndex index, DateOnly day) => service switch
    {
        OneStopServices.ListProcedures => AnswerReplies.Procedures(style, CatalogueRows.Procedures(index)),
        OneStopServices.ListServices => AnswerReplies.Services(style, CatalogueRows.Services(index)),
        OneStopServices.ListAgencies => AnswerReplies.Agencies(style, CatalogueRows.Agencies(index, day)),
        OneStopServices.ListSectors => AnswerReplies.Sectors(style, CatalogueRows.Sectors(index)),
        OneStopServices.ListProcedureGroups => AnswerReplies.ProcedureGroups(style, CatalogueRows.Groups(index)),
        _ => throw new UnreachableException($"{service} is no list."),
    };

    private sealed record Ready(CatalogueIndex? Index)
    {
        public DateOnly Day { get; init; }

        public ConcurrentDictionary<(string Service, ReplyStyle Style), byte[]> Replies { get; } = new();
    }
}
