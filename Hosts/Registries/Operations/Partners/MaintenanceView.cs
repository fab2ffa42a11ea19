namespace DichVuCong.Registries.Operations.Partners;

/// <summary>A maintenance window.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="From">Begins.</param>
/// <param name="To">Ends.</param>
/// <param name="Announcement">What is announced.</param>
/// <param name="WorkingDays">Working days from now, or from the announcement, to its beginning.</param>
/// <param name="AnnouncedAt">When the agencies were told of it as it is now; null for not yet.</param>
/// <param name="AnnouncedBy">Who told them.</param>
/// <param name="Channel">How.</param>
public sealed record MaintenanceView(
    string Partner, DateTimeOffset From, DateTimeOffset To, string Announcement, int WorkingDays, DateTimeOffset? AnnouncedAt, string? AnnouncedBy, string? Channel)
{
    /// <summary>Working days by which the agencies must be told (A32.3).</summary>
    public const int NoticeDays = 5;

    /// <summary>Whether they are, or can only be, told too late.</summary>
    public bool IsLate => WorkingDays < NoticeDays;
}

/// <summary>A window as an operator wants it.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="From">Begins.</param>
/// <param name="To">Ends.</param>
/// <param name="Announcement">What is announced.</param>
public sealed record MaintenanceOrder(string Partner, DateTimeOffset From, DateTimeOffset To, string Announcement);
