using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Contracts.Notifications;

/// <summary>What became of a notice.</summary>
public enum NoticeState
{
    /// <summary>It is on its way to the provider.</summary>
    Ordered = 0,

    /// <summary>The provider took it.</summary>
    Sent = 1,

    /// <summary>It will not reach the applicant on this channel.</summary>
    Failed = 2,

    /// <summary>The provider says that it reached the applicant's telephone, mailbox or app.</summary>
    Delivered = 3,

    /// <summary>Whether it reached the applicant is not known, and will not be: the provider's time for saying so is over.</summary>
    Unconfirmed = 4,

    /// <summary>It waits: for the end of the quiet hours, or for the channel before it to fail.</summary>
    Waiting = 5,

    /// <summary>It was not needed: a channel before it reached the applicant.</summary>
    Spared = 6,
}

/// <summary>Keeps, in the registry, what became of a notice.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Occasion">What it is about.</param>
/// <param name="Channel">The channel.</param>
/// <param name="State">What became of it.</param>
/// <param name="Reason">Why it failed.</param>
[MessageName("notifications.keep-notice.v1")]
public sealed record KeepNotice(DossierCode Dossier, string Occasion, NoticeChannels Channel, NoticeState State, string? Reason);
