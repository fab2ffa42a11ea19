namespace DichVuCong.Messaging;

/// <summary>How a check of a partner ended.</summary>
public enum CheckVerdict : byte
{
    /// <summary>The partner keeps the contract here.</summary>
    Passed = 1,

    /// <summary>It does not.</summary>
    Failed = 2,

    /// <summary>The contract promises nothing here, or it cannot be tried.</summary>
    Skipped = 3,
}

/// <summary>What a check found.</summary>
/// <param name="Verdict">How it ended.</param>
/// <param name="Found">What was found, in English, without personal data and secrets.</param>
public sealed record CheckFinding(CheckVerdict Verdict, string Found)
{
    /// <summary>Passed when the condition holds.</summary>
    public static CheckFinding When(bool holds, string found) => new(holds ? CheckVerdict.Passed : CheckVerdict.Failed, found);
}

/// <summary>One thing that a contract promises, and how it is tried.</summary>
/// <param name="Name">Its name, stable.</param>
/// <param name="Promise">What is promised.</param>
/// <param name="RunAsync">Tries it.</param>
public sealed record PartnerCheck(string Name, string Promise, Func<CancellationToken, Task<CheckFinding>> RunAsync);

/// <summary>
/// The contract of one partner as checks that run through the adapter itself, against the simulator or a real test system, as the settings say. The
/// checks run in their order; one may build on what the one before left.
/// </summary>
public interface IPartnerSuite
{
    /// <summary>The partner's name, as its line has it: <c>sms:viettel</c>, <c>email</c>.</summary>
    string Partner { get; }

    /// <summary>Where it is, and what the checks leave behind there, for whoever runs them.</summary>
    string About { get; }

    /// <summary>The checks.</summary>
    IReadOnlyList<PartnerCheck> Checks { get; }
}
