using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Ministries;
using DichVuCong.Sandbox.Ledger;
using DichVuCong.Sandbox.Post;
using DichVuCong.Sandbox.Settings;

namespace DichVuCong.Sandbox.State;

/// <summary>One line of the state on disk: what something has come to. The last line about it holds.</summary>
internal sealed record StateLine
{
    /// <summary>A dossier at a system.</summary>
    public DossierState? Dossier { get; init; }

    /// <summary>A notice that was taken.</summary>
    public NoticeState? Notice { get; init; }

    /// <summary>An order at a bank.</summary>
    public BankOrderRecord? BankOrder { get; init; }

    /// <summary>A transfer to a beneficiary.</summary>
    public BankSettlement? BankSettlement { get; init; }

    /// <summary>A request that a bank has had.</summary>
    public BankRequest? BankRequest { get; init; }

    /// <summary>A payment as a ministry's system knows it.</summary>
    public MinistryPayment? MinistryPayment { get; init; }

    /// <summary>An order at the post.</summary>
    public PostOrderRecord? PostOrder { get; init; }

    /// <summary>An event of the post's tracking.</summary>
    public PostEventRecord? PostEvent { get; init; }

    /// <summary>The settings.</summary>
    public SandboxSettings? Settings { get; init; }

    /// <summary>Everything before was forgotten, but for the settings.</summary>
    public bool Cleared { get; init; }
}

/// <summary>A dossier as it is kept: the members of <see cref="Agencies.Dossiers.AgencyDossier"/>.</summary>
internal sealed record DossierState(string System, string Code, bool IsCounter)
{
    public int Pushes { get; init; }

    public int Copies { get; init; }

    public int Updates { get; init; }

    public int UpdatesTooEarly { get; init; }

    public int Questions { get; init; }

    public int Overlaps { get; init; }

    /// <summary>The journey's name; null while it is not stored.</summary>
    public string? Journey { get; init; }

    public int StepsTaken { get; init; }

    public int RowsAcknowledged { get; init; }

    public bool IsSynced { get; init; }

    public int AcknowledgedState { get; init; }

    public DateTimeOffset LastStepAt { get; init; }

    public bool IsOld { get; init; }

    public string? GivenUp { get; init; }

    /// <summary>The five facts that are answered about it, in their order; null while it is not stored.</summary>
    public IReadOnlyList<string?>? Facts { get; init; }

    /// <summary>The push that is still to be sent back, as it came; null when there is none.</summary>
    public byte[]? Pushed { get; init; }
}

/// <summary>A notice as it is kept.</summary>
internal sealed record NoticeState(string Key, NoticeChannel Channel, string Recipient, string? Dossier, string TextHash)
{
    public int Taken { get; init; }

    public int DuplicatesRefused { get; init; }

    public DateTimeOffset LastTakenAt { get; init; }

    /// <summary>When each of several providers took it last; null where there is one.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset>? LastTakenBy { get; init; }
}
