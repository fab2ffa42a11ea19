using DichVuCong.Runtime.Naming;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Runtime.Lines;

/// <summary>What lines log. Keys are dossier codes and references, never persons; bodies and partners' texts are not logged.</summary>
internal static partial class LineLog
{
    [LoggerMessage(1101, LogLevel.Error, "An adapter failed with {Kind} on {Type} {Id}: a defect, treated as an unknown outcome")]
    public static partial void AdapterFailed(ILogger logger, string kind, string type, Guid id);

    [LoggerMessage(1102, LogLevel.Warning, "The circuit of {Partner} is {State}")]
    public static partial void CircuitChanged(ILogger logger, string partner, string state);

    [LoggerMessage(1103, LogLevel.Information, "Took over the line of {Partner} with epoch {Epoch}; {Marks} calls have no outcome")]
    public static partial void TookOver(ILogger logger, string partner, long epoch, int marks);

    [LoggerMessage(1104, LogLevel.Warning, "Parked call {Id} of {Key} to {Partner}: {Reason}")]
    public static partial void Parked(ILogger logger, Guid id, string key, string partner, string reason);

    [LoggerMessage(1105, LogLevel.Warning, "Lost the line of {Partner}: another process owns it now")]
    public static partial void Lost(ILogger logger, string partner);

    [LoggerMessage(1106, LogLevel.Warning, "The line pump failed and starts again: {Kind}")]
    public static partial void PumpFailed(ILogger logger, Exception failure, string kind);

    [LoggerMessage(1107, LogLevel.Error, "{Kind} after an unknown outcome of {Type} {Id} of {Key}: {Reason}")]
    public static partial void Doubt(ILogger logger, string kind, string type, Guid id, string key, string reason);

    /// <summary>Logs what an operator must see of a call that came back.</summary>
    public static void Report(ILogger logger, Vocabulary vocabulary, ResolvedCall resolved)
    {
        var (call, reason) = (resolved.Call, resolved.Completed.Attempt?.Outcome.Reason ?? "");
        switch (resolved.Next)
        {
            case NextStep.Park park:
                Parked(logger, call.Id, call.Key, resolved.Line.Settings.Partner, park.Reason);
                break;
            case NextStep.GiveUp:
                Doubt(logger, "Possible loss", vocabulary.TypeOf(call.Type)?.Name ?? "?", call.Id, call.Key, reason);
                break;
            case NextStep.CallAgainInDoubt:
                Doubt(logger, "Possible double", vocabulary.TypeOf(call.Type)?.Name ?? "?", call.Id, call.Key, reason);
                break;
            default:
                break;
        }
    }
}
