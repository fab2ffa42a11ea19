namespace DichVuCong.Cli.Load.Payments;

/// <summary>What became of the wish to reconcile a day.</summary>
internal enum DayVerdict
{
    /// <summary>The bank's file was taken, and the run is completed.</summary>
    Completed,

    /// <summary>The bank gave the very file that was reconciled already, and the run found the same.</summary>
    SameAgain,

    /// <summary>The bank has no file.</summary>
    NoFile,

    /// <summary>The file was rejected whole.</summary>
    Rejected,

    /// <summary>A run that was repeated found something else, or another host was at it.</summary>
    Wrong,
}

/// <summary>How a load of payments reconciles: the partners there are, and the two commands that end it.</summary>
internal interface IReconcilingDesk
{
    /// <summary>The partners that collect and send files.</summary>
    IReadOnlyList<string> Partners { get; }

    /// <summary><c>dvc reconcile run</c> with the file that the bank gives now: the run's name, or the fault that was found, and what became of it.</summary>
    Task<(string Run, DayVerdict Verdict)> RunAsync(string partner, DateOnly day, CancellationToken cancellationToken);

    /// <summary><c>dvc payments check</c>: how many breaches it finds.</summary>
    Task<int> CheckAsync(CancellationToken cancellationToken);
}
