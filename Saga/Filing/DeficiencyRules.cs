namespace DichVuCong.Saga.Filing;

/// <summary>Everything that can be deficient about a filing, and what the applicant is told.</summary>
public static class DeficiencyRules
{
    /// <summary>A mandatory field is empty.</summary>
    public static readonly DeficiencyRule FieldMissing = new("field.missing", "Vui lòng điền {0}.");

    /// <summary>A field does not match the procedure's pattern.</summary>
    public static readonly DeficiencyRule FieldWrongForm = new("field.wrong-form", "{0}");

    /// <summary>A word, code or time means nothing.</summary>
    public static readonly DeficiencyRule FieldWrongValue = new("field.wrong-value", "{0}");

    /// <summary>A text is too long or holds characters that cannot be shown.</summary>
    public static readonly DeficiencyRule FieldTooLong =
        new("field.too-long", "Nội dung này dài quá {0} ký tự hoặc có ký tự không hiển thị được. Vui lòng rút gọn và nhập lại.");

    /// <summary>The number has none of the forms that this kind of applicant may use.</summary>
    public static readonly DeficiencyRule IdentityWrongForm =
        new("personal-id.wrong-form", "Người nộp hồ sơ phải khai {0}. Vui lòng kiểm tra giấy tờ và nhập lại.");

    /// <summary>The number is one of the old nine-digit cards.</summary>
    public static readonly DeficiencyRule IdentityOldCard =
        new("personal-id.old-card", "Chứng minh nhân dân 9 số đã hết giá trị sử dụng từ ngày 01/01/2025. Vui lòng khai {0}.");

    /// <summary>The year of birth in a personal number lies ahead.</summary>
    public static readonly DeficiencyRule IdentityBirthAhead =
        new("personal-id.birth-year-ahead", "Số định danh cá nhân không đúng: năm sinh trong số này chưa tới. Vui lòng kiểm tra thẻ căn cước và nhập lại.");

    /// <summary>The check digit of a tax code is wrong.</summary>
    public static readonly DeficiencyRule IdentityNoSuchTaxCode =
        new("personal-id.no-such-tax-code", "Mã số thuế không đúng: sai chữ số kiểm tra. Vui lòng kiểm tra giấy chứng nhận đăng ký và nhập lại.");

    /// <summary>The sign-in that was named is not known, not the caller's, or over.</summary>
    public static readonly DeficiencyRule VerificationUnknown =
        new("verification.unknown", "Phiên xác minh danh tính không tồn tại hoặc đã hết hạn. Vui lòng đăng nhập lại bằng VNeID.");

    /// <summary>Another kind of applicant than the one who signed in.</summary>
    public static readonly DeficiencyRule VerificationOtherKind =
        new("verification.other-kind", "Loại đối tượng nộp hồ sơ không khớp với tài khoản đã đăng nhập. Vui lòng chọn lại hoặc đăng nhập bằng tài khoản đúng loại.");

    /// <summary>Another number than that of who signed in.</summary>
    public static readonly DeficiencyRule VerificationOtherPerson =
        new("verification.other-person", "Số định danh hoặc mã số thuế không khớp với tài khoản đã đăng nhập. Vui lòng kiểm tra và nhập lại.");

    /// <summary>Another name than that of who signed in.</summary>
    public static readonly DeficiencyRule VerificationOtherName =
        new("verification.other-name", "Họ tên không khớp với tài khoản đã đăng nhập. Vui lòng nhập đúng như trong giấy tờ.");

    /// <summary>The telephone number is none of Vietnam.</summary>
    public static readonly DeficiencyRule PhoneWrongForm =
        new("phone.wrong-form", "Số điện thoại không đúng. Vui lòng nhập số điện thoại tại Việt Nam, số di động gồm 10 chữ số.");

    /// <summary>SMS were asked for, and the number cannot take them.</summary>
    public static readonly DeficiencyRule PhoneNotMobile =
        new("phone.not-mobile", "Số điện thoại này không nhận được tin nhắn SMS. Vui lòng nhập số di động gồm 10 chữ số hoặc bỏ chọn nhận SMS.");

    /// <summary>SMS were asked for without a number.</summary>
    public static readonly DeficiencyRule PhoneNeeded =
        new("phone.needed", "Bạn đã chọn nhận thông báo qua SMS. Vui lòng nhập số điện thoại di động hoặc bỏ chọn nhận SMS.");

    /// <summary>The e-mail address is none.</summary>
    public static readonly DeficiencyRule EmailWrongForm =
        new("email.wrong-form", "Địa chỉ thư điện tử không đúng. Vui lòng kiểm tra và nhập lại.");

    /// <summary>E-mail was asked for without an address.</summary>
    public static readonly DeficiencyRule EmailNeeded =
        new("email.needed", "Bạn đã chọn nhận thông báo qua thư điện tử. Vui lòng nhập địa chỉ thư điện tử hoặc bỏ chọn nhận thư.");

    /// <summary>The public post is to carry something, and a part of the address is missing.</summary>
    public static readonly DeficiencyRule PostNeeded =
        new("post.needed", "Bạn đã chọn dịch vụ bưu chính công ích. Vui lòng nhập {0} hoặc chọn hình thức khác.");

    /// <summary>A channel of notices that there is not.</summary>
    public static readonly DeficiencyRule NoticeUnknownChannel =
        new("notify.unknown-channel", "Kênh nhận thông báo không được hỗ trợ. Vui lòng chọn tin nhắn (sms) hoặc thư điện tử (email).");

    /// <summary>More files than the procedure takes.</summary>
    public static readonly DeficiencyRule FilesTooMany =
        new("files.too-many", "Hồ sơ có {0} tệp, nhiều hơn mức cho phép là {1} tệp. Vui lòng gộp hoặc bỏ bớt tệp.");

    /// <summary>The files together are larger than the procedure takes.</summary>
    public static readonly DeficiencyRule FilesTooLarge =
        new("files.too-large", "Tổng dung lượng các tệp lớn hơn {0}. Vui lòng giảm dung lượng hoặc bỏ bớt tệp.");

    /// <summary>A mandatory component has no file.</summary>
    public static readonly DeficiencyRule ComponentMissing =
        new("component.missing", "Thiếu thành phần hồ sơ bắt buộc: {0}. Vui lòng đính kèm tệp của thành phần này.");

    /// <summary>A component has more files than it takes.</summary>
    public static readonly DeficiencyRule ComponentTooManyFiles =
        new("component.too-many-files", "Thành phần hồ sơ “{0}” chỉ nhận tối đa {1} tệp. Vui lòng gộp hoặc bỏ bớt tệp.");

    /// <summary>A place in the list of files is empty.</summary>
    public static readonly DeficiencyRule FileMissing = new("file.missing", "Tệp thứ {0} không có thông tin. Vui lòng đính kèm lại tệp này.");

    /// <summary>The file's name cannot be one.</summary>
    public static readonly DeficiencyRule FileWrongName =
        new("file.wrong-name", "Tên của tệp thứ {0} dài quá {1} ký tự hoặc có ký tự không được phép. Vui lòng đổi tên tệp.");

    /// <summary>The file's name has no extension, or one that is not taken.</summary>
    public static readonly DeficiencyRule FileExtensionNotAllowed =
        new("file.extension-not-allowed", "Đuôi tên của tệp thứ {0} không được chấp nhận. Vui lòng dùng tệp có đuôi: {1}.");

    /// <summary>The file's extension and its media type disagree.</summary>
    public static readonly DeficiencyRule FileExtensionDiffers =
        new("file.extension-differs", "Đuôi tên của tệp thứ {0} không khớp với định dạng của tệp. Vui lòng lưu lại tệp đúng định dạng.");

    /// <summary>The procedure, or the component, does not take the format.</summary>
    public static readonly DeficiencyRule FileFormatNotAllowed =
        new("file.format-not-allowed", "Định dạng của tệp thứ {0} không được chấp nhận. Vui lòng dùng tệp có đuôi: {1}.");

    /// <summary>The file has no content.</summary>
    public static readonly DeficiencyRule FileEmpty = new("file.empty", "Tệp thứ {0} không có nội dung. Vui lòng đính kèm lại tệp này.");

    /// <summary>The file is larger than the procedure takes.</summary>
    public static readonly DeficiencyRule FileTooLarge =
        new("file.too-large", "Tệp thứ {0} lớn hơn {1}. Vui lòng giảm dung lượng hoặc tách tệp.");

    /// <summary>The file's hash is none.</summary>
    public static readonly DeficiencyRule FileWrongHash =
        new("file.wrong-hash", "Mã kiểm tra SHA-256 của tệp thứ {0} không đúng dạng 64 chữ số thập lục phân. Vui lòng tải tệp lên lại.");

    /// <summary>The file's address cannot be fetched from.</summary>
    public static readonly DeficiencyRule FileWrongAddress =
        new("file.wrong-address", "Địa chỉ tải của tệp thứ {0} không phải địa chỉ http hoặc https đầy đủ. Vui lòng tải tệp lên lại.");

    /// <summary>The file lies where files are not fetched from.</summary>
    public static readonly DeficiencyRule FileHostNotAllowed =
        new("file.host-not-allowed", "Tệp thứ {0} không nằm trên kho tệp được phép. Vui lòng tải tệp lên Cổng Dịch vụ công quốc gia.");

    /// <summary>Two files of one component have one name.</summary>
    public static readonly DeficiencyRule FileSameName =
        new("file.same-name", "Tệp thứ {0} trùng tên với tệp thứ {1} trong cùng thành phần hồ sơ. Vui lòng đổi tên hoặc bỏ bớt tệp.");

    /// <summary>Two files of one component have one content.</summary>
    public static readonly DeficiencyRule FileSameContent =
        new("file.same-content", "Tệp thứ {0} có cùng nội dung với tệp thứ {1} trong cùng thành phần hồ sơ. Vui lòng bỏ bớt tệp.");

    /// <summary>A warning: the first three digits of a personal number belong to no province.</summary>
    public static readonly DeficiencyRule IdentityUnknownOrigin =
        new("personal-id.unknown-origin", "Ba chữ số đầu của số định danh cá nhân không có trong danh mục. Vui lòng kiểm tra lại thẻ căn cước.");

    /// <summary>A warning: the telephone number was written with its prefix of before 2018.</summary>
    public static readonly DeficiencyRule PhoneOldPrefix =
        new("phone.old-prefix", "Số điện thoại có đầu số cũ 11 chữ số và được đổi sang đầu số mới. Vui lòng kiểm tra lại.");

    /// <summary>A warning: no operator has the mobile prefix.</summary>
    public static readonly DeficiencyRule PhoneUnknownPrefix =
        new("phone.unknown-prefix", "Đầu số di động này chưa có trong danh mục. Vui lòng kiểm tra lại số điện thoại.");
}
