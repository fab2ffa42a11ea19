namespace DichVuCong.Cli.Running;

/// <summary>How a command ends.</summary>
internal static class ExitCodes
{
    /// <summary>Done, and nothing to complain about.</summary>
    public const int Ok = 0;

    /// <summary>Problems were found, or a rule refused what was asked.</summary>
    public const int Problems = 1;

    /// <summary>What was asked about does not exist.</summary>
    public const int NotFound = 2;

    /// <summary>The command line is wrong (EX_USAGE).</summary>
    public const int Usage = 64;

    /// <summary>A setting is missing or wrong, or the server it names does not answer (EX_CONFIG).</summary>
    public const int Configuration = 78;

    /// <summary>Interrupted by the user (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
