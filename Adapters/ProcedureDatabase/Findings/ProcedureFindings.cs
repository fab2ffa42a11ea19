using static DichVuCong.Contracts.Catalogue.FindingSeverity;

namespace DichVuCong.Adapters.ProcedureDatabase.Findings;

/// <summary>Everything that can be wrong with a procedure.</summary>
public static class ProcedureFindings
{
    /// <summary>The publishing agency's name is in no table; there are no default routes.</summary>
    public static readonly FindingRule UnknownPublisher = new("unknown-publisher", Error);

    /// <summary>The table of sectors lacks this one of this publisher; there are no default routes.</summary>
    public static readonly FindingRule UnknownSector = new("unknown-sector", Error);

    /// <summary>A level is none of the four; it is left out.</summary>
    public static readonly FindingRule UnknownLevel = new("unknown-level", Error);

    /// <summary>No level is left; the procedure cannot be routed.</summary>
    public static readonly FindingRule NoLevel = new("no-level", Error);

    /// <summary>A channel is none of the three; the row is left out.</summary>
    public static readonly FindingRule UnknownChannel = new("unknown-channel", Error);

    /// <summary>There is no channel at all; the procedure is refused online.</summary>
    public static readonly FindingRule NoChannel = new("no-channel", Warning);

    /// <summary>A channel is there several times: these are cases.</summary>
    public static readonly FindingRule RepeatedChannel = new("repeated-channel", Info);

    /// <summary>No executing agency is named.</summary>
    public static readonly FindingRule NoExecutor = new("no-executor", Info);

    /// <summary>No kind is named.</summary>
    public static readonly FindingRule NoKind = new("no-kind", Info);

    /// <summary>No result paper is named.</summary>
    public static readonly FindingRule NoResult = new("no-result", Info);

    /// <summary>A result code has another form than KQ.G15.000123; it is kept.</summary>
    public static readonly FindingRule ResultForm = new("result-form", Info);

    /// <summary>The decision has another form than 123/QĐ-BTP; it is kept.</summary>
    public static readonly FindingRule DecisionForm = new("decision-form", Info);

    /// <summary>A subject that contains commas had been cut at them; it was put together.</summary>
    public static readonly FindingRule SubjectJoined = new("subject-joined", Info);

    /// <summary>A procedure that is served centrally has no online channel.</summary>
    public static readonly FindingRule CentralWithoutOnline = new("central-without-online", Warning);

    /// <summary>A row names a procedure that the catalogue lacks; it is left out.</summary>
    public static readonly FindingRule UnknownProcedure = new("unknown-procedure", Warning);
}
