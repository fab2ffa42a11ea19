using DichVuCong.Contracts;
using DichVuCong.Contracts.Notifications;

namespace DichVuCong.Notices.Tests.Doubles;

/// <summary>One applicant, the same for every dossier.</summary>
internal sealed class Recipients(NoticeRecipient? recipient) : INoticeRecipients
{
    public const string Phone = "84912345678";
    public const string Address = "an.nguyen@nhandan.example";
    public const string Name = "Nguyễn Thị Ánh Tuyết";
    public const string Agency = "Ủy ban nhân dân phường Sài Gòn";

    public static Recipients Known => new(Of());

    public Exception? Failure { get; init; }

    public static NoticeRecipient Of(string? phone = Phone, string? address = Address, string? name = Name, string? agency = Agency) => new(
        PhoneNumber.TryParse(phone, out var number) ? number : null,
        EmailAddress.TryParse(address, out var email) ? email : null,
        PersonName.TryParse(name, out var person) ? person : null,
        agency);

    public ValueTask<NoticeRecipient?> FindAsync(DossierCode dossier, CancellationToken cancellationToken) =>
        Failure is null ? ValueTask.FromResult(recipient) : throw Failure;
}
