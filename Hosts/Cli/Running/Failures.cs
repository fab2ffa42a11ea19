using System.Net.Sockets;
using System.Security.Cryptography;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Approvals;
using DichVuCong.Registries.Settings;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Restoring;
using Npgsql;

namespace DichVuCong.Cli.Running;

/// <summary>What an operator is told when a command fails for a reason that he can do something about. Anything else is a defect and is shown as one.</summary>
internal static class Failures
{
    /// <summary>The exit code and the words, or null for a defect.</summary>
    public static (int ExitCode, string Message)? Explain(Exception failure) => failure switch
    {
        CliProblemException problem => (problem.ExitCode, problem.Message),
        AccessRefusedException or RuleBrokenException => (ExitCodes.Problems, failure.Message),
        ApprovalRefusedException refused => (refused.Rule == ApprovalRule.Unknown ? ExitCodes.NotFound : ExitCodes.Problems, refused.Message),
        DeskRefusedException refusal => DeskProblems.Explain(refusal),
        SettingsException or FormatException => (ExitCodes.Configuration, failure.Message),
        PostgresException { SqlState: "42P01" or "3F000" or "42703" } => (ExitCodes.Configuration, "The database does not have this build's tables. Run: dvc migrate"),
        PostgresException { SqlState: "57014" } => (ExitCodes.Problems, "The question took the server too long. Narrow it down (agency, days, state)."),
        PostgresException postgres => (ExitCodes.Configuration, $"PostgreSQL refuses: {postgres.MessageText} ({postgres.SqlState})"),
        RestoreNotMarkedException => (ExitCodes.Configuration, failure.Message),
        OthersAreConnectedException => (ExitCodes.Problems, failure.Message),
        CryptographicException => (ExitCodes.Configuration, "DVC_DATA_KEYS does not open what is stored: the data was sealed with another key."),
        DoorBusyException => (ExitCodes.Problems, "The database is too busy to take the order. Nothing was changed; try again."),
        NpgsqlException { InnerException: SocketException or TimeoutException or null } or SocketException or TimeoutException => (
            ExitCodes.Configuration, "PostgreSQL does not answer. Start it with build/up, or set DVC_POSTGRES to a server that runs."),
        HttpRequestException http => (ExitCodes.Configuration, $"There is no answer over HTTP: {http.Message}"),
        IOException or UnauthorizedAccessException => (ExitCodes.Problems, failure.Message),
        _ => null,
    };
}
