using DichVuCong.Contracts;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Registries.Settings;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Notices.Checking;

/// <summary>
/// Whom the checks tell: section Check (<c>Check__Phone</c>, <c>Check__Email</c>, <c>Check__PersonalId</c>), a colleague who knows of it. In Development
/// somebody made up.
/// </summary>
public sealed class CheckTarget : INoticeRecipients
{
    private readonly NoticeRecipient _recipient;
    private readonly TimeProvider _time;

    private CheckTarget(NoticeRecipient recipient, TimeProvider time)
    {
        (_recipient, _time) = (recipient, time);
        Dossier = DossierCode.Parse($"X99-{VietnamTime.Local(time.GetUtcNow()):yyMMdd}-{Random.Shared.Next(5_000_000, 9_999_999)}");
    }

    /// <summary>The dossier that the checks speak of: another one in each run, so that nobody takes a run for a repetition of the last.</summary>
    public DossierCode Dossier { get; }

    /// <summary>Reads the section.</summary>
    /// <exception cref="SettingsException">A value cannot be.</exception>
    public static CheckTarget Read(IConfiguration configuration, bool isDevelopment, TimeProvider time)
    {
        var section = configuration.GetSection("Check");
        return new CheckTarget(new NoticeRecipient(
            Parsed<PhoneNumber>(section["Phone"] ?? (isDevelopment ? "0900000001" : null), PhoneNumber.TryParse, "Check:Phone"),
            Parsed<EmailAddress>(section["Email"] ?? (isDevelopment ? "kiem.tra@vi-du.example" : null), EmailAddress.TryParse, "Check:Email"),
            Name: null,
            "cơ quan kiểm thử",
            Parsed<PersonalId>(section["PersonalId"] ?? (isDevelopment ? "001090000001" : null), PersonalId.TryParse, "Check:PersonalId")), time);
    }

    /// <inheritdoc/>
    public ValueTask<NoticeRecipient?> FindAsync(DossierCode dossier, CancellationToken cancellationToken) => new(_recipient);

    /// <summary>The same, with somebody whom no partner knows.</summary>
    internal CheckTarget WithStranger() =>
        new(_recipient with { PersonalId = PersonalId.TryParse("000000000000", out var nobody) ? nobody : null }, _time);

    /// <summary>The circumstances of a call.</summary>
    internal PartnerCall Call(string partner, Guid key, int attempt = 1) => new(key, partner, attempt, _time.GetUtcNow(), TimeSpan.FromSeconds(15));

    /// <summary>Whether a text tells nothing of the recipient.</summary>
    internal bool IsSilentAbout(string? text) => text is null || !new[] { _recipient.Phone?.Reveal()[2..], _recipient.Email?.Reveal(), _recipient.PersonalId?.Reveal() }
        .Any(secret => secret is not null && text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    private static T? Parsed<T>(string? text, TryParse<T> parse, string field)
        where T : class =>
        text is null ? null : parse(text, out var value) ? value : throw new SettingsException($"{field} cannot be read.");

    private delegate bool TryParse<T>(string? text, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value);
}
