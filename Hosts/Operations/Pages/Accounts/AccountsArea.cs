using DichVuCong.Operations.Access;
using DichVuCong.Operations.Language;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Registries.Operations.Access;
using Npgsql;

namespace DichVuCong.Operations.Pages.Accounts;

/// <summary>Accounts and groups: units' requests with their 2 working hours, what one-stop systems refused, locks that come, reviews.</summary>
internal static class AccountsArea
{
    public static PageArea Area { get; } = new("/accounts", new Words("Tài khoản", "Accounts"), Permission.Look, Map);

    private static void Map(PageRoutes routes) => routes.Get("/accounts", Permission.Look, ShowAsync);

    private static async Task<IResult> ShowAsync(Visit visit, NpgsqlDataSource database, AccessPolicy policy, TimeProvider time, CancellationToken cancellationToken)
    {
        var (now, lists) = (time.GetUtcNow(), new AccountWatchLists(database, policy.CodesOf(visit.Who)));
        return Page.Of<AccountsPage>(new
        {
            Model = new AccountsModel
            {
                Now = now,
                Requests = await lists.RequestsAsync(overdueAt: null, AccountsModel.Most, cancellationToken),
                Refused = await lists.PushesAsync(refusedOnly: true, AccountsModel.Most, cancellationToken),
                Locking = await lists.LockingAsync(now.AddDays(AccountsModel.DaysAhead), AccountsModel.Most, cancellationToken),
                Reviews = await lists.ReviewsAsync(now.AddDays(AccountsModel.ReviewDaysAhead), AccountsModel.Most, cancellationToken),
            },
        });
    }
}
