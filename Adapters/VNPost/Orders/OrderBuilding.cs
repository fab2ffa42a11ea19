using DichVuCong.Adapters.VNPost.Places;
using DichVuCong.Adapters.VNPost.Wire;
using DichVuCong.Contracts.Parcels;

namespace DichVuCong.Adapters.VNPost.Orders;

/// <summary>An order as the post wants it, or what is in its way. A closed set.</summary>
internal abstract record OrderBuilding
{
    private OrderBuilding()
    {
    }

    /// <summary>The order.</summary>
    public sealed record Built(OrderRequest Request) : OrderBuilding;

    /// <summary>What is in the way: the reason names no person and no address.</summary>
    public sealed record Hindered(ParcelObstacle Obstacle, string Reason) : OrderBuilding;

    /// <summary>Puts an order together: the papers go from the applicant to the agency's point, a result the other way.</summary>
    public static OrderBuilding Of(CreatePostOrder command, PostContact? contact, VnPostTables tables, VnPostSettings settings, DateOnly day)
    {
        if (contact?.Postal is not { } postal) return new Hindered(ParcelObstacle.NoAddress, "Hồ sơ không có địa chỉ nhận gửi bưu chính");
        if ((postal.Name ?? contact.Name) is not { } name) return new Hindered(ParcelObstacle.NoAddress, "Hồ sơ không có họ tên người nhận gửi");
        if ((postal.Phone ?? contact.Phone) is not { } phone) return new Hindered(ParcelObstacle.NoAddress, "Hồ sơ không có số điện thoại người nhận gửi");
        if (tables.Places.Find(postal.Place, day) is not { } home)
        {
            return new Hindered(ParcelObstacle.AddressNotMapped, $"Địa bàn {postal.Place} chưa có mã của bưu chính");
        }

        if (tables.Points.Find(command.Agency, day) is not { } point) return new Hindered(ParcelObstacle.NoAgencyPoint, $"Cơ quan {command.Agency} chưa có điểm giao nhận bưu chính");
        if (tables.Places.Find(point.Place, day) is not { } office)
        {
            return new Hindered(ParcelObstacle.NoAgencyPoint, $"Địa bàn {point.Place} của điểm giao nhận chưa có mã của bưu chính");
        }

        var street = contact.PlaceName.Length == 0 ? postal.Address.Reveal() : $"{postal.Address.Reveal()}, {contact.PlaceName}";
        var citizen = new Party(name.Reveal(), phone.Reveal(), contact.Email?.Reveal(), street, home);
        var agency = new Party(point.Name, point.Phone, point.Email, point.Address, office);
        var (sender, receiver) = command.Order.Parcel.Kind == ParcelKind.Papers ? (citizen, agency) : (agency, citizen);
        return new Built(new OrderRequest
        {
            CustomerCode = settings.CustomerOf(command.Agency),
            OrderNumber = command.Order.Value,
            CodAmount = command.Cash.Amount,
            SenderProvince = sender.Place.Province,
            SenderDistrict = sender.Place.District,
            SenderAddress = sender.Address,
            SenderName = sender.Name,
            SenderEmail = sender.Email,
            SenderTel = sender.Phone,
            SenderDesc = command.Order.Parcel.Kind == ParcelKind.Papers ? $"Giấy tờ hồ sơ: {string.Join(", ", contact.Papers)}".TrimEnd(' ', ':') : "Kết quả giải quyết thủ tục hành chính",
            Description = $"{contact.ProcedureCode} - {command.Order.Parcel.Dossier}",
            ReceiverName = receiver.Name,
            ReceiverAddress = receiver.Address,
            ReceiverTel = receiver.Phone,
            ReceiverProvince = receiver.Place.Province,
            ReceiverDistrict = receiver.Place.District,
            ReceiverEmail = receiver.Email,
            FlagConfig = settings.FlagConfig,
        });
    }

    private sealed record Party(string Name, string Phone, string? Email, string Address, PostPlace Place);
}
